using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Escalations;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;

namespace InfoShare.Routing.Facts;

/// <summary>What a message is about, whatever its type.</summary>
/// <param name="About">The concern, move, notice, involvement, consent or delivery.</param>
/// <param name="Parts">What it says; null for messages without parts.</param>
/// <param name="Concern">The concern as it reads now, if it is one.</param>
/// <param name="Move">The move, if it is one.</param>
/// <param name="Transfer">The request to take the child over, if it is one.</param>
/// <param name="Notice">The notice, if it is one.</param>
internal sealed record Subject(
    string About, MessageParts? Parts, ConcernRaised? Concern = null, ChildMovedArea? Move = null, TransferRequested? Transfer = null, Notice? Notice = null)
{
    /// <summary>Whether it restricts the child's address: true or false where it says so, null where it does not. A refuge is restricted whatever is said.</summary>
    public bool? RestrictsAddress => Move is { MoveType: MoveType.Refuge } ? true : Parts?.Address?.Restricted;

    /// <summary>It goes to recipients: a concern, a move, a request to take over, a notice.</summary>
    public bool IsShared => Concern is not null || Move is not null || Transfer is not null || Notice is not null;

    /// <summary>When the sender needs an answer; null: it has not said.</summary>
    public DateTimeOffset? RespondBy => Concern?.RespondBy ?? Notice?.RespondBy;

    /// <summary>The plan that it tells a change of; null where it tells of none.</summary>
    public OpenPlan? ChangedPlan => Notice is PlanChanged { Parts.Plan.Plans: [var plan] } ? plan : null;

    /// <summary>When it happened: as observed, else as the message's time has it.</summary>
    public DateTimeOffset HappenedAt(DateTimeOffset time) => (Concern?.Parts ?? Notice?.Parts)?.Incident switch
    {
        { ObservedAt: { } at } => at,
        { ObservedOn: { } day } => RoutingContext.StartOf(day),
        _ => time,
    };

    /// <summary>The subject of a message that routing takes from a participant; null for other types.</summary>
    public static Subject? Of(object data)
    {
        var subject = Told(data);
        return subject?.Parts is { History: not null } parts ? subject with { Parts = parts with { History = null } } : subject;
    }

    private static Subject? Told(object data) => data switch
    {
        ConcernRaised concern => new(concern.ConcernId, concern.Parts, Concern: concern),
        ConcernCorrected correction => new(correction.Concern.ConcernId, correction.Concern.Parts, Concern: correction.Concern),
        ConcernWithdrawn withdrawal => new(withdrawal.ConcernId, null),
        ChildMovedArea move => new(move.MoveId, move.Parts, Move: move),
        InvolvementRecorded involvement => new(involvement.InvolvementId, involvement.Parts),
        ConsentRecorded consent => new(consent.ConsentId, consent.Parts),
        ConsentWithdrawn withdrawal => new(withdrawal.ConsentId, withdrawal.Parts),
        EscalationRaised escalation => new(escalation.EscalationId, null),
        EscalationClosed escalation => new(escalation.EscalationId, null),
        TransferRequested transfer => new(transfer.TransferId, transfer.Parts, Transfer: transfer),
        Notice notice => new(notice.NoticeId, notice.Parts, Notice: notice),
        NoticeWithdrawn withdrawal => new(withdrawal.NoticeId, null),
        DisclosureRefused refused => new(refused.DisclosureId, refused.Parts),
        _ => AnswerOf.DeliveryId(data) is { } delivery ? new(delivery, null) : null,
    };
}
