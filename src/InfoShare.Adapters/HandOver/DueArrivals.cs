using InfoShare.Adapters.Arrival;
using InfoShare.Vault;

namespace InfoShare.Adapters.HandOver;

/// <summary>Which arrivals may be handed over now.</summary>
internal static class DueArrivals
{
    private const int MostAtOnce = 100;
    private const string Columns = "arrived, id, kind, partition, about, correction, ord, urgent, keyId, body, state, told, fileName, attempts, receivedAt, changedAt, handedOverAt";

    /// <summary>Those whose hand-over was begun and may or may not be done.</summary>
    public static IReadOnlyList<InboxRow> Staged(SealedDatabase database) => database.Read(read => read.Query<InboxRow>(
        $"select {Columns} from inbox where state = 'staged' order by arrived"));

    /// <summary>
    /// Every urgent one, and of each key the ordinary one that arrived first, if its time has come. In the order of
    /// arrival: a correction taken together with its original comes after it.
    /// </summary>
    public static IReadOnlyList<InboxRow> Received(SealedDatabase database, DateTimeOffset now) => [.. database.Read(read => read.Query<InboxRow>(
        $"""
        select {Columns} from inbox where state = 'received' and dueAt <= @now and (urgent = 1 or arrived in (
            select min(arrived) from inbox where state in ('received', 'staged') and urgent = 0 group by partition))
        order by urgent desc, arrived limit {MostAtOnce}
        """,
        new { now = now.ToUnixTimeMilliseconds() })).OrderBy(row => row.Arrived)];

    /// <summary>Whether a later word on the same matter, for the same recipient, arrived before this or has been handed over already.</summary>
    public static bool IsSuperseded(SealedDatabase database, InboxRow row) =>
        row.About.Length > 0 && row.Ord.Length > 0 && database.Read(read => read.First<string>(
            "select id from inbox where correction = 1 and about = @About and ord > @Ord and (state in ('staged', 'handed-over') or state = 'received' and arrived < @Arrived)",
            new { row.About, row.Ord, row.Arrived })) is not null;
}
