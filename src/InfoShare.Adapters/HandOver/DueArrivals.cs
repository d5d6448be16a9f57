using InfoShare.Adapters.Arrival;
using InfoShare.Vault;

namespace InfoShare.Adapters.HandOver;

/// <summary>Which arrivals may be handed over now.</summary>
internal static class DueArrivals
{
    public const int Many = 100;

    /// <summary>One that has failed still holds the later ordinary ones of its key: routing does the same.</summary>
    private const string MayGo = """
        (urgent = 1 or arrived in (
            select min(arrived) from inbox where state in ('received', 'staged', 'offered', 'failed') and urgent = 0 group by partition))
        """;

    private const string Columns = "arrived, id, kind, partition, about, correction, ord, urgent, keyId, body, state, told, fileName, attempts, receivedAt, changedAt, handedOverAt";

    /// <summary>Those whose hand-over was begun and may or may not be done.</summary>
    public static IReadOnlyList<InboxRow> Staged(SealedDatabase database) => database.Read(read => read.Query<InboxRow>(
        $"select {Columns} from inbox where state = 'staged' order by arrived"));

    /// <summary>
    /// Every urgent one, and of each key the ordinary one that arrived first, if its time has come. In the order of
    /// arrival: a correction taken together with its original comes after it.
    /// </summary>
    public static IReadOnlyList<InboxRow> Of(SealedDatabase database, DateTimeOffset now, int most = Many) => [.. database.Read(read => read.Query<InboxRow>(
        $"""
        select {Columns} from inbox where state in ('received', 'offered', 'failed') and dueAt <= @now and {MayGo}
        order by urgent desc, arrived limit @most
        """,
        new { now = now.ToUnixTimeMilliseconds(), most })).OrderBy(row => row.Arrived)];

    /// <summary>The same after one of them, in the order of arrival.</summary>
    public static IReadOnlyList<InboxRow> After(SealedDatabase database, long arrived, int most) => database.Read(read => read.Query<InboxRow>(
        $"select {Columns} from inbox where state in ('received', 'offered', 'failed') and arrived > @arrived and {MayGo} order by arrived limit @most",
        new { arrived, most }));

    /// <summary>One arrival; null when it is not known.</summary>
    public static InboxRow? With(SealedDatabase database, string id) =>
        database.Read(read => read.First<InboxRow>($"select {Columns} from inbox where id = @id", new { id }));

    /// <summary>Whether a later word on the same matter, for the same recipient, arrived before this or has been handed over already.</summary>
    public static bool IsSuperseded(SealedDatabase database, InboxRow row) =>
        row.About.Length > 0 && row.Ord.Length > 0 && database.Read(read => read.First<string>(
            "select id from inbox where correction = 1 and about = @About and ord > @Ord and (state in ('staged', 'handed-over') or state in ('received', 'offered', 'failed') and arrived < @Arrived)",
            new { row.About, row.Ord, row.Arrived })) is not null;
}
