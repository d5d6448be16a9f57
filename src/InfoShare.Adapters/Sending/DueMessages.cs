using InfoShare.Adapters.Spool;
using InfoShare.Vault;

namespace InfoShare.Adapters.Sending;

/// <summary>Which messages may be sent now.</summary>
internal static class DueMessages
{
    private const string Columns = "id, type, partition, ord, urgent, epoch, sequence, keyId, body, state, attempts, acceptedAt";

    /// <summary>Urgent messages whose time has come, in order.</summary>
    public static IReadOnlyList<OutgoingRow> Urgent(ReadScope read, DateTimeOffset now, int most) => read.Query<OutgoingRow>(
        $"select {Columns} from outgoing where state = 'waiting' and urgent = 1 and dueAt <= @now order by ord limit @most",
        new { now = now.ToUnixTimeMilliseconds(), most });

    /// <summary>The first ordinary message of each key, if its time has come: those behind it wait for its receipt.</summary>
    public static IReadOnlyList<OutgoingRow> Heads(ReadScope read, DateTimeOffset now, int most) => read.Query<OutgoingRow>(
        $"""
        select {Columns} from outgoing join (
            select partition as headPartition, min(ord) as headOrd from outgoing where state = 'waiting' and urgent = 0 group by partition)
            on partition = headPartition and ord = headOrd
        where state = 'waiting' and urgent = 0 and dueAt <= @now order by ord limit @most
        """,
        new { now = now.ToUnixTimeMilliseconds(), most });
}
