using InfoShare.Storage;
using InfoShare.Storage.Incidents;
using InfoShare.Vault;

namespace InfoShare.Routing.Incidents;

/// <summary>Something that reached, or may have reached, who should not have had it.</summary>
/// <param name="Kind"><c>wrong-link</c>, <c>wrong-child</c> or <c>wrong-person</c>.</param>
public sealed record ListedIncident(string Incident, string Kind, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, IReadOnlyList<ListedReached> Reached)
{
    public static ListedIncident Of(ReadScope scope, IncidentRow row)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(row);
        return new(
            row.Incident, row.Kind, Instants.FromMicroseconds(row.OpenedAt), row.ClosedAt is { } at ? Instants.FromMicroseconds(at) : null,
            [.. scope.DeliveriesOf(row.Incident).Select(one => new ListedReached(
                one.DeliveryId, $"{one.Organisation}#{one.Role}", one.Recall is null ? $"not called back, {one.State}" : one.Recall, one is { Recall: "confirmed", RecallDueAt: { } at } ? Instants.FromMicroseconds(at) : null))]);
    }
}

/// <summary>Somebody whom it reached.</summary>
/// <param name="Removal"><c>pending</c>, <c>sent</c>, <c>confirmed</c>, or that it is not called back.</param>
public sealed record ListedReached(string DeliveryId, string Recipient, string Removal, DateTimeOffset? RemovedAt);
