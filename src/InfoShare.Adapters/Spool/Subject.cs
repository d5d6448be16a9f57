using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Escalations;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Spool;

/// <summary>What a draft is about, its keys in clear replaced by hashes.</summary>
/// <param name="Track">What each message of a record is compared with: the one before it on the same track.</param>
/// <param name="Id">The concern, move, notice, involvement or consent; for an answer, the answer itself.</param>
/// <param name="Data">The data as it will be sent.</param>
/// <param name="Causation">The delivery that it answers, or null.</param>
internal sealed record Subject(string Track, string Id, object Data, string? Causation = null)
{
    /// <summary>Null when it is nothing that agencies send.</summary>
    public static Subject? Of(Draft draft, AdapterIds ids) => draft.Data switch
    {
        ConcernCorrected corrected => Of(draft with { Data = corrected.Concern }, ids),
        ConcernRaised concern => On("concern", draft, ids, id => concern with
        {
            ConcernId = id,
            LinkedConcerns = [.. concern.LinkedConcerns.Select(key => ids.Record(draft.From, "concern", key))],
        }),
        ConcernWithdrawn withdrawn => On("concern", draft, ids, id => withdrawn with { ConcernId = id }),
        ChildMovedArea move => On("move", draft, ids, id => move with { MoveId = id }),
        InvolvementRecorded involvement => On("involvement", draft, ids, id => involvement with { InvolvementId = id }),
        ConsentRecorded consent => On("consent", draft, ids, id => consent with { ConsentId = id }),

        // A track of its own: an old file dropped again after a withdrawal must not give the consent again.
        ConsentWithdrawn consent => On("consent", draft, ids, id => consent with { ConsentId = id }, "/withdrawn"),
        ConcernAcknowledged answer => On("acknowledgement", draft, ids, _ => answer) with { Causation = answer.DeliveryId },
        ConcernDecision answer => On("decision", draft, ids, _ => answer) with { Causation = answer.DeliveryId },
        ConcernOutcomeReported answer => On("outcome", draft, ids, _ => answer) with { Causation = answer.DeliveryId },
        EscalationRaised escalation => On("escalation", draft, ids, id => escalation with { EscalationId = id }) with { Causation = escalation.DeliveryId },
        EscalationClosed escalation => On("escalation", draft, ids, id => escalation with { EscalationId = id }, "/closed"),
        EscalationAnswered answer => On("escalation-answer", draft, ids, _ => answer) with { Causation = answer.DeliveryId },
        TransferRequested transfer => On("transfer", draft, ids, id => transfer with { TransferId = id }),
        TransferAccepted answer => On("transfer-accepted", draft, ids, _ => answer) with { Causation = answer.DeliveryId },
        TransferDeclined answer => On("transfer-declined", draft, ids, _ => answer) with { Causation = answer.DeliveryId },
        TransferConferenceHeld answer => On("transfer-conference", draft, ids, _ => answer) with { Causation = answer.DeliveryId },
        TransferResponsibilityPassed answer => On("transfer-passed", draft, ids, _ => answer) with { Causation = answer.DeliveryId },
        NoticeWithdrawn withdrawn => On("notice", draft, ids, id => withdrawn with { NoticeId = id }),
        PlanChanged change => On("notice", draft, ids, id => change with { NoticeId = id, PlanId = ids.Record(draft.From, "plan", change.PlanId) }),
        MeetingNotified called => On("notice", draft, ids, id => called with { NoticeId = id, MeetingId = ids.Record(draft.From, "meeting", called.MeetingId) }),
        MeetingRecorded held => On("notice", draft, ids, id => held with { NoticeId = id, MeetingId = ids.Record(draft.From, "meeting", held.MeetingId) }),
        Notice notice => On("notice", draft, ids, id => notice with { NoticeId = id }),
        DisclosureRefused refused => On("disclosure", draft, ids, id => refused with { DisclosureId = id }),
        InformationSupplied answer => On("info-supplied", draft, ids, _ => answer) with { Causation = answer.DeliveryId },
        InformationDeclined answer => On("info-declined", draft, ids, _ => answer) with { Causation = answer.DeliveryId },
        PlanViewGiven answer => On("plan-view", draft, ids, _ => answer) with { Causation = answer.DeliveryId },
        _ => null,
    };

    /// <summary>The parts of a message, where it has any.</summary>
    public static MessageParts? PartsOf(object data) => data switch
    {
        ConcernRaised concern => concern.Parts,
        ChildMovedArea move => move.Parts,
        TransferRequested transfer => transfer.Parts,
        Notice notice => notice.Parts,
        DisclosureRefused refused => refused.Parts,
        InvolvementRecorded involvement => involvement.Parts,
        ConsentRecorded consent => consent.Parts,
        ConsentWithdrawn consent => consent.Parts,
        _ => null,
    };

    private static Subject On(string family, Draft draft, AdapterIds ids, Func<string, object> withId, string track = "")
    {
        var id = ids.Record(draft.From, family, draft.RecordKey);
        return new(id + track, id, withId(id));
    }
}
