using InfoShare.Policy;
using InfoShare.Routing.Children;
using InfoShare.Routing.Incidents;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Children;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Messages;
using InfoShare.Vault;

namespace InfoShare.Routing.Identity;

/// <summary>Takes records of children together, and apart again.</summary>
internal sealed class Links(RoutingContext routing)
{
    private readonly Sharing sharing = new(routing);
    private readonly AgreementRecall recall = new(routing);

    /// <summary>Why two children cannot be one; null: nothing stands against it. Two different NHS numbers never merge.</summary>
    public static string? Obstacle(IReadOnlyList<RecordRow> records) =>
        records.Select(record => record.NhsNumber).OfType<string>().Except(FormerNumbers.Of(FormerNumbers.Together([.. records.Select(record => record.FormerNhsNumbers)]))).Distinct().Count() > 1
            ? "their NHS numbers differ, and both hold their check: whoever keeps the wrong one must correct it first"
            : null;

    /// <summary>All records of two children under one, the one known for longer; and what is open is shared again with what is known now.</summary>
    /// <returns>The child, and how many deliveries go that did not go before.</returns>
    public (string ChildToken, int Shared) Join(WriteScope scope, IReadOnlyList<RecordRow> records, string because)
    {
        var oldest = records.MinBy(record => (record.FirstSeen, record.Record))!;
        foreach (var record in records.Where(record => record.ChildToken != oldest.ChildToken))
            Move(scope, record, oldest.ChildToken, because);
        foreach (var record in records)
            scope.AddKeys(record.Record, KeysOf(scope, record));
        return (oldest.ChildToken, Settle(scope, oldest.ChildToken));
    }

    /// <summary>A record by itself again, under a child of its own.</summary>
    /// <param name="others">The records that stay with the child.</param>
    public (string ChildToken, int Shared, IReadOnlyList<ReceivedByLink> Received) Part(WriteScope scope, RecordRow record, IReadOnlyList<RecordRow> others)
    {
        var made = MadeSince(scope, record, others);
        var token = routing.Store.Children.Of("token", "unlinked", record.Record, $"{routing.Now.ToMicroseconds()}");
        Move(scope, record, token, "unlinked");
        // Until its sender says something new, nothing that it says leads to either child.
        scope.DropKeys(record.Record);
        var shared = Settle(scope, token) + Settle(scope, record.ChildToken);
        return (token, shared, TakeBack(scope, record, Trace(scope, made, record, token)));
    }

    /// <summary>The other records of a record's child.</summary>
    public static List<RecordRow> OthersOf(ReadScope scope, RecordRow record) => [.. scope.RecordsOf(record.ChildToken).Where(other => other.Record != record.Record)];

    /// <summary>The deliveries of the child since the record was linked with the others.</summary>
    public static IReadOnlyList<DeliveryRow> MadeSince(ReadScope scope, RecordRow record, IReadOnlyList<RecordRow> others) =>
        scope.DeliveriesOfChild(record.ChildToken, Math.Max(record.LinkedAt, others.Min(other => other.LinkedAt)));

    /// <summary>What went because of the link is called back, what has not left does not go; both children's own stay.</summary>
    private List<ReceivedByLink> TakeBack(WriteScope scope, RecordRow record, List<ReceivedByLink> traced)
    {
        foreach (var one in traced.Where(one => one is { Through: not null, State: DeliveryStates.Decided or DeliveryStates.Held }))
        {
            scope.SetState(one.DeliveryId, DeliveryStates.Superseded, routing.Now.ToMicroseconds());
            scope.Audit(routing.Settings.Writer, routing.Now, "delivery-superseded", one.DeliveryId, "the link that it was made by is undone");
        }

        var left = traced.Where(one => DeliveryStates.MayHaveLeft.Contains(one.State) || one.State == DeliveryStates.Recalled).ToList();
        IncidentIntake.Unlinked(scope, routing, record.Record, [.. left.Where(one => one.Through is not null).Select(one => one.DeliveryId)]);
        return left;
    }

    private void Move(WriteScope scope, RecordRow record, string childToken, string because)
    {
        scope.Relink(record, childToken, routing.Now.ToMicroseconds(), because);
        scope.Audit(routing.Settings.Writer, routing.Now, "child-relinked", record.Record, $"{record.ChildToken} {childToken} by {because}");
    }

    /// <summary>The child is what its records come to; what rested on an agreement that is no longer its own is called back; what is open is shared again.</summary>
    private int Settle(WriteScope scope, string childToken)
    {
        scope.Save(Records.Together(childToken, scope.RecordsOf(childToken)));
        recall.Recall(scope, childToken);
        return scope.OpenMessagesOf(childToken).Sum(message => sharing.ShareAgain(scope, message));
    }

    private IEnumerable<(string Kind, string Value)> KeysOf(ReadScope scope, RecordRow record)
    {
        if (scope.DetailsOf(record) is not { } details)
            return [];
        var (told, hash) = (ToldPerson.Read(details), routing.Store.Children);
        return [.. EvidenceOf.Numbers(hash, record.Source, told.Identifiers), .. (Likeness.Of(told, hash)?.Keys ?? []).Select(key => (Likeness.Kind, key))];
    }

    private static List<ReceivedByLink> Trace(ReadScope scope, IReadOnlyList<DeliveryRow> made, RecordRow record, string token)
    {
        var left = made.Where(delivery => DeliveryStates.MayHaveLeft.Contains(delivery.State) || delivery.Recall is not null || delivery.State is DeliveryStates.Decided or DeliveryStates.Held).ToList();
        var decisions = scope.LatestDecisions([.. left.Select(delivery => delivery.DeliveryId)]).Rows.Where(row => row.Facts.Length > 0)
            .ToDictionary(row => row.DeliveryId, row => DecisionTable.Read<SharingFacts>(row.Facts));
        var own = scope.FindDeliveries([.. left.Select(delivery => delivery.DeliveryId)]).Where(row => row.ChildToken == token).Select(row => row.DeliveryId).ToHashSet();
        var (apart, rest) = (LeftAlone.Of(scope, token), LeftAlone.Of(scope, record.ChildToken));
        return [.. left.Select(delivery => LinkTrace.Of(delivery, decisions.GetValueOrDefault(delivery.DeliveryId), own.Contains(delivery.DeliveryId) ? apart : rest))];
    }
}
