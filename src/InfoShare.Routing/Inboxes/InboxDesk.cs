using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Dispatch;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Inboxes;
using InfoShare.Vault;

namespace InfoShare.Routing.Inboxes;

/// <summary>
/// Shows a post what was released to it, made again by the code that sends it, and asked of the policy anew: what may not leave now is
/// not shown now. Opening is reading, and on record before anything is shown.
/// </summary>
public sealed class InboxDesk
{
    private readonly RoutingContext routing;
    private readonly Operators operators;
    private readonly ContentMaking making;

    internal InboxDesk(RoutingContext routing) => (this.routing, operators, making) = (routing, new(routing.Store), new(routing));

    /// <summary>Null: there is no such delivery, or it is none of this post's.</summary>
    /// <param name="organisation"><c>scheme/code</c>.</param>
    /// <param name="role">The post's.</param>
    /// <param name="by">Who reads. Kept sealed.</param>
    public Task<OpenedDelivery?> OpenAsync(string deliveryId, string organisation, string role, string by) => routing.Store.WriteAsync(scope =>
    {
        if (scope.FindDelivery(deliveryId) is not { } row || !IsTheirs(scope, row, organisation, role))
            return null;
        var opened = Open(scope, row);
        var reader = operators.TokenOf(scope, by);
        if (scope.NoteReading(deliveryId, reader, routing.Now.ToMicroseconds()))
            scope.Audit(routing.Settings.Writer, routing.Now, "delivery-read", deliveryId, $"{organisation}#{role} {(opened.Closed is { } why ? Coded(why) : "shown")} by:{reader}");
        return opened;
    });

    /// <summary>What has reached it or was called back; and what was answered to what it has sent itself.</summary>
    private static bool IsTheirs(ReadScope scope, DeliveryRow row, string organisation, string role) =>
        row.State is DeliveryStates.Received or DeliveryStates.HandedOver or DeliveryStates.Acknowledged or DeliveryStates.Answered or DeliveryStates.Recalled
        && row.Organisation == organisation && (row.Role == role || (row.Kind == "answer" && scope.IsAnswerTo(organisation, role, row.DeliveryId)));

    private OpenedDelivery Open(WriteScope scope, DeliveryRow row)
    {
        if (row.State == DeliveryStates.Recalled)
            return new(row, null, ClosedBecause.Recalled);
        if (row.Kind == DeliveryContent.ReminderKind)
            return new(row, making.Reminder(row).Data, null);
        var material = new SendingMaterial(scope, [row]);
        if (material.MessageOf(row) is not { } original)
            return new(row, null, ClosedBecause.Erased);
        return row.Kind == "answer" ? new(row, making.Answered(scope, row, original, material).Data, null) : Decided(scope, row, original, material);
    }

    private OpenedDelivery Decided(WriteScope scope, DeliveryRow row, Envelope<object> original, SendingMaterial material)
    {
        if (material.DecisionOf(row).Facts.Length == 0 || scope.LatestSendingDecision(row.DeliveryId) is not { } went)
            return new(row, null, ClosedBecause.Erased);
        var now = DecisionNow.Of(routing, scope, row, original, material);
        if (now.IsNew)
            now.Record(routing, scope, row, "reading");
        if ((row.Kind != "notice" && !now.Decision.MayKnow) || (row.GrantId is not null && now.Facts.EmergencyUntil is null))
            return new(row, null, ClosedBecause.NotPermitted);
        var shown = now with { Decision = StricterDecision.Of(now.Decision, DecisionTable.Read<SharingDecision>(went.Outcome)) };
        return new(row, making.Decided(row, shown, original, material.ReceivedAt(row), material.Children).Data, null, material.IsOvertaken(row));
    }

    private static string Coded(ClosedBecause why) => why switch { ClosedBecause.Recalled => "recalled", ClosedBecause.Erased => "erased", _ => "not-permitted" };
}
