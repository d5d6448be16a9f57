using InfoShare.Adapters.Running;
using InfoShare.Adapters.Spool;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.Receipts;

/// <summary>Takes what routing says became of a message.</summary>
internal sealed class RoutingReceipts(SealedDatabase database, TimeProvider clock, WakeUp sending, WakeUp telling, ILogger log)
{
    private const string SequenceGap = "sequence-gap";
    private const string SequenceUsed = "sequence-used";

    public async Task TakeAsync(Receipt receipt)
    {
        var found = await database.WriteAsync(write => Take(write, receipt, clock.GetUtcNow()));
        if (found.Offered > 0)
            log.LogWarning("routing's store was restored: {Count} kept messages are offered again", found.Offered);
        if (found.Renumbered is { } count)
            log.LogWarning("the numbers of one key were behind or apart from routing's: new epoch, {Count} messages renumbered", count);
        log.LogInformation("receipt for {Id}: {Outcome}", receipt.About, receipt.Outcome);
        sending.Wake();
        telling.Wake();
    }

    private static (int Offered, int? Renumbered) Take(WriteScope write, Receipt receipt, DateTimeOffset now)
    {
        var news = Incarnations.Note(write, receipt.Incarnation);
        if (news == IncarnationNews.Outdated)
            return default;
        var offered = news == IncarnationNews.Restored ? OfferAll(write) : 0;

        var row = write.First<OutgoingRow>(
            "select id, type, partition, ord, urgent, epoch, sequence, state, attempts from outgoing where id = @About", new { receipt.About });
        if (row is null || StateAfter(receipt.Outcome) is not { } state)
            return (offered, null);
        if (receipt.Outcome == ReceiptOutcome.Refused && Says(receipt, SequenceGap, SequenceUsed))
            return (offered, Renumber(write, receipt, row, now));

        if (row.State == OutgoingState.Waiting)
            Settle(write, receipt, state, now);
        return (offered, CatchUp(write, receipt, row, now));
    }

    /// <summary>Everything kept is due again, in order; what the store still knows it answers with <c>duplicate</c>.</summary>
    private static int OfferAll(WriteScope write) => write.Execute(
        "update outgoing set state = 'waiting', attempts = 0, dueAt = 0, receiptedAt = 0, reasons = '', reasonDue = 0");

    private static void Settle(WriteScope write, Receipt receipt, string state, DateTimeOffset now)
    {
        var bad = state is OutgoingState.Refused or OutgoingState.Quarantined;
        write.Execute(
            "update outgoing set state = @state, receiptedAt = @at, reasons = @reasons, reasonDue = @due where id = @About",
            new
            {
                state,
                receipt.About,
                at = now.ToUnixTimeMilliseconds(),
                reasons = bad ? System.Text.Encoding.UTF8.GetString(WireWriter.WriteData(receipt.Reasons)) : "",
                due = bad ? 1 : 0,
            });
    }

    private static int? Renumber(WriteScope write, Receipt receipt, OutgoingRow row, DateTimeOffset now)
    {
        var epoch = receipt.Epoch ?? row.Epoch;
        if (row.State != OutgoingState.Waiting || row.Urgent == 1)
            return null;
        if (epoch > row.Epoch)
            return Numbering.BeginEpoch(write, row.Partition, epoch, now);
        if (Says(receipt, SequenceGap))
            return Numbering.CloseGap(write, row, epoch, receipt.HighestSequence ?? 0, now) is > 0 and var count ? count : null;

        // Said of an earlier epoch, it has been dealt with.
        return epoch == row.Epoch ? Numbering.BeginEpoch(write, row.Partition, epoch, now) : null;
    }

    /// <summary>Routing knows higher numbers than were ever given here: this spool was restored from a backup.</summary>
    private static int? CatchUp(WriteScope write, Receipt receipt, OutgoingRow row, DateTimeOffset now)
    {
        if (receipt.Epoch is not { } epoch || row.Urgent == 1)
            return null;
        var child = write.First<ChildState>("select epoch, nextSequence, ord from child where partition = @Partition", new { row.Partition }) ?? new();
        var ahead = epoch > child.Epoch || epoch == child.Epoch && receipt.HighestSequence >= child.NextSequence;
        return ahead ? Numbering.BeginEpoch(write, row.Partition, epoch, now) : null;
    }

    private static string? StateAfter(ReceiptOutcome outcome) => outcome switch
    {
        ReceiptOutcome.Accepted => OutgoingState.Accepted,
        ReceiptOutcome.Duplicate => OutgoingState.Duplicate,
        ReceiptOutcome.Refused => OutgoingState.Refused,
        ReceiptOutcome.Quarantined => OutgoingState.Quarantined,
        _ => null,
    };

    private static bool Says(Receipt receipt, params ReadOnlySpan<string> codes)
    {
        foreach (var reason in receipt.Reasons)
        {
            if (codes.Contains(reason.Code))
                return true;
        }

        return false;
    }
}
