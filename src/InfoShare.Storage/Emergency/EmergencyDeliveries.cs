using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Storage.Emergency;

/// <summary>The deliveries that emergency access has to do with.</summary>
public static class EmergencyDeliveries
{
    /// <summary>What was decided for one recipient about one child, in the order of the decisions.</summary>
    public static IReadOnlyList<DeliveryRow> DeliveriesTo(this ReadScope scope, string organisation, string role, string childToken) => scope.Query<DeliveryRow>("""
        select d.* from message m join delivery d on d.sender = m.sender and d.message_id = m.id
        where m.child_token = @childToken and d.organisation = @organisation and d.role = @role and d.kind in ('original', 'correction', 'notice')
        order by d.decided_at, d.delivery_id
        """, new { organisation, role, childToken });

    /// <summary>One that was withheld, or waits for its turn, leaves at once.</summary>
    public static void Hasten(this WriteScope scope, DeliveryRow delivery) => scope.Execute("""
        update delivery set state = @State, code = @Code, parts = @Parts, withheld_parts = @WithheldParts, because = @Because, basis = @Basis,
            urgent = 1, due_at = @DueAt, decided_at = @DecidedAt, late_told = 0
        where delivery_id = @DeliveryId
        """, delivery);
}
