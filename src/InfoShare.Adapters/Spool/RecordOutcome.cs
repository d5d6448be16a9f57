using InfoShare.Adapters.PickUp;

namespace InfoShare.Adapters.Spool;

/// <summary>What came of one record: one outcome per draft, or the translator's own.</summary>
internal sealed record RecordOutcome(string Place, IReadOnlyList<DraftOutcome> Drafts)
{
    public IEnumerable<string> MessageIds => Drafts.OfType<DraftOutcome.Message>().Select(m => m.Id);

    public IEnumerable<SentRecord> Sent => Drafts.OfType<DraftOutcome.Message>().Select(message => new SentRecord(Place, message.Id, message.About));

    public IEnumerable<DraftOutcome.Refused> Refusals => Drafts.OfType<DraftOutcome.Refused>();

    /// <summary>Why nothing of this record is sent or quarantined; null when something is.</summary>
    public string? NothingBecause => Drafts.All(d => d is DraftOutcome.Nothing)
        ? Drafts.OfType<DraftOutcome.Nothing>().FirstOrDefault()?.Reason ?? "no message"
        : null;
}
