using InfoShare.Adapters.Sending;
using InfoShare.Adapters.Spool;
using InfoShare.Vault;

namespace InfoShare.Adapters.Receipts;

/// <summary>Brings the numbers of one key back into step with routing's. A message tried before waits longer each time, so that two sides that disagree never spin.</summary>
internal static class Numbering
{
    /// <summary>Routing misses messages before this one: offers them again, or begins a new epoch where they are not kept or will never be taken.</summary>
    /// <returns>The messages that were given new numbers.</returns>
    public static int CloseGap(WriteScope write, OutgoingRow row, long routingEpoch, long routingHighest, DateTimeOffset now)
    {
        // Of an epoch that routing has not seen yet it has nothing.
        var highest = routingEpoch < row.Epoch ? 0 : routingHighest;
        var missing = write.Query<OutgoingRow>(
            "select id, state, attempts from outgoing where partition = @Partition and epoch = @Epoch and urgent = 0 and sequence > @highest and sequence < @Sequence",
            new { row.Partition, row.Epoch, highest, row.Sequence });
        if (missing.Count < row.Sequence - 1 - highest || missing.Any(m => m.State is not (OutgoingState.Waiting or OutgoingState.Accepted)))
            return BeginEpoch(write, row.Partition, routingEpoch, now);

        foreach (var m in missing)
            write.Execute("update outgoing set state = 'waiting', receiptedAt = 0, dueAt = @due where id = @Id", new { m.Id, due = Due(m, now) });
        write.Execute("update outgoing set dueAt = @due where id = @Id", new { row.Id, due = Due(row, now) });
        return 0;
    }

    /// <summary>Numbers everything without a receipt from 1, in order, in an epoch that neither side has used.</summary>
    /// <returns>The messages that were given new numbers.</returns>
    public static int BeginEpoch(WriteScope write, string partition, long routingEpoch, DateTimeOffset now)
    {
        var child = write.First<ChildState>("select epoch, nextSequence, ord from child where partition = @partition", new { partition }) ?? new();
        var epoch = Math.Max(child.Epoch, routingEpoch) + 1;
        var waiting = write.Query<OutgoingRow>(
            "select id, attempts from outgoing where partition = @partition and state = 'waiting' and urgent = 0 order by ord", new { partition });
        for (var i = 0; i < waiting.Count; i++)
            write.Execute(
                "update outgoing set epoch = @epoch, sequence = @sequence, dueAt = @due where id = @Id",
                new { epoch, sequence = i + 1, due = Due(waiting[i], now), waiting[i].Id });
        write.Execute("update child set epoch = @epoch, nextSequence = @next where partition = @partition", new { epoch, next = waiting.Count + 1, partition });
        return waiting.Count;
    }

    private static long Due(OutgoingRow row, DateTimeOffset now) =>
        row.Attempts <= 1 ? 0 : (now + Sender.RepeatAfter(row.Attempts)).ToUnixTimeMilliseconds();
}
