using InfoShare.Adapters.Spool;
using InfoShare.Vault;

namespace InfoShare.Adapters.Sending;

/// <summary>Which messages may be sent now.</summary>
internal static class DueMessages
{
    private const string Columns = "id, type, partition, ord, urgent, epoch, sequence, keyId, body, state, attempts, acceptedAt";

    /// <summary>Urgent messages whose time has come: what was never sent first, in order.</summary>
    public static IReadOnlyList<OutgoingRow> Urgent(ReadScope read, DateTimeOffset now, int most) => read.Query<OutgoingRow>(
        $"select {Columns} from outgoing where state = 'waiting' and urgent = 1 and dueAt <= @now order by dueAt, ord limit @most",
        new { now = now.ToUnixTimeMilliseconds(), most });

    /// <summary>
    /// Ordinary messages whose time has come and before which nothing of their key waits for its receipt. Nothing urgent either: what
    /// is said after an agreement was taken back, or an address hidden, must not come to routing before that.
    /// </summary>
    /// <remarks>By the time at which they are due, so that what was sent and waits for its receipt is not looked at again and again.</remarks>
    public static IReadOnlyList<OutgoingRow> Heads(ReadScope read, DateTimeOffset now, int most) => read.Query<OutgoingRow>(
        $"""
        select {Columns} from outgoing as due where state = 'waiting' and urgent = 0 and dueAt <= @now
            and not exists (select 1 from outgoing where state = 'waiting' and urgent in (0, 1) and partition = due.partition and ord < due.ord)
        order by dueAt, ord limit @most
        """,
        new { now = now.ToUnixTimeMilliseconds(), most });
}
