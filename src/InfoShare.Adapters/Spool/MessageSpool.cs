using InfoShare.Adapters.Running;
using InfoShare.Adapters.Translation;
using InfoShare.Vault;

namespace InfoShare.Adapters.Spool;

/// <summary>Where messages are on disk before the agency's system is told "saved".</summary>
internal sealed class MessageSpool(SealedDatabase database, AdapterIds ids, TimeProvider clock, WakeUp added)
{
    /// <summary>Takes the records of one file or request in one write.</summary>
    /// <param name="records">What the translator found.</param>
    /// <param name="allOrNothing">True: one record that cannot be used keeps all of them out.</param>
    /// <param name="alongside">Written in the same commit.</param>
    /// <exception cref="StoreUnavailableException">The disk is full or failing: nothing was taken.</exception>
    public async Task<IReadOnlyList<RecordOutcome>> AcceptAsync(
        IReadOnlyList<RecordTranslation> records, bool allOrNothing, Action<WriteScope, IReadOnlyList<RecordOutcome>>? alongside = null)
    {
        var prepared = records.Select(Prepare).ToList();
        var outcomes = await database.WriteAsync(write =>
        {
            var state = new SpoolState(write);
            var planner = new Planner(ids, state, clock.GetUtcNow());
            IReadOnlyList<RecordOutcome> planned = [.. prepared.Select(p => new RecordOutcome(p.Record.Place, Plan(planner, p.Record, p.Drafts)))];
            Counters.Add(write, "reused-id", planned.SelectMany(p => p.Refusals).Count(r => r.Reused));
            if (allOrNothing && planned.Any(p => p.Refusals.Any()))
                return planned;

            state.Save(write);
            Counters.Add(write, "unchanged", planned.Count(p => p.NothingBecause is "unchanged" or "sent before"));
            alongside?.Invoke(write, planned);
            return planned;
        });
        added.Wake();
        return outcomes;
    }

    private (RecordTranslation Record, IReadOnlyList<PreparedDraft> Drafts) Prepare(RecordTranslation record) =>
        (record, record is RecordTranslation.Messages { Drafts: var drafts } ? [.. drafts.Select((draft, nth) => PreparedDraft.Of(draft, nth, ids))] : []);

    private static IReadOnlyList<DraftOutcome> Plan(Planner planner, RecordTranslation record, IReadOnlyList<PreparedDraft> drafts) => record switch
    {
        RecordTranslation.Messages => [.. drafts.Select(planner.Plan)],
        RecordTranslation.NothingToSend nothing => [new DraftOutcome.Nothing(nothing.Reason)],
        RecordTranslation.Quarantined bad => [new DraftOutcome.Refused(false, bad.Problems)],
        _ => throw new ArgumentOutOfRangeException(nameof(record)),
    };
}
