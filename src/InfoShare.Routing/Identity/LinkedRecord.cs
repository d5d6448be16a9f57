using InfoShare.Storage;
using InfoShare.Storage.Children;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Routing.Identity;

/// <summary>A record and how it stands with others: what an unlinking would look at.</summary>
/// <param name="Source">The organisation that keeps it, as <c>scheme/code</c>.</param>
/// <param name="Because">What it was linked by, as codes.</param>
/// <param name="Others">How many other records are of the same child.</param>
/// <param name="Left">What has left, or may have, since it was linked with them.</param>
public sealed record LinkedRecord(string Record, string Source, DateTimeOffset LinkedAt, string Because, int Others, IReadOnlyList<LeftWhileLinked> Left)
{
    /// <summary>Null where there is no such record.</summary>
    public static LinkedRecord? Of(ReadScope scope, string record)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.FindRecord(record) is not { } found)
            return null;
        var others = Links.OthersOf(scope, found);
        var left = others.Count == 0 ? [] : Links.MadeSince(scope, found, others).Where(delivery => DeliveryStates.MayHaveLeft.Contains(delivery.State));
        return new(found.Record, found.Source, Instants.FromMicroseconds(found.LinkedAt), found.Because, others.Count,
            [.. left.Select(delivery => new LeftWhileLinked(delivery.DeliveryId, $"{delivery.Organisation}#{delivery.Role}", delivery.MessageType, delivery.State, Instants.FromMicroseconds(delivery.DecidedAt)))]);
    }
}

/// <summary>A delivery that was made while a record was linked with others.</summary>
/// <param name="Recipient"><c>organisation#role</c>.</param>
public sealed record LeftWhileLinked(string DeliveryId, string Recipient, string MessageType, string State, DateTimeOffset DecidedAt);
