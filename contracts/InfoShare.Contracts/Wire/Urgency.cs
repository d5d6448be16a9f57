using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Escalations;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Notices;

namespace InfoShare.Contracts.Wire;

/// <summary>
/// Which messages go at once, outside the sequence: level 4 or more or unknown, immediate danger, an address restriction,
/// a withdrawn consent, a correction, a withdrawal, a notice of domestic abuse, a call to stop and review. Sender and routing decide it by the same rule.
/// </summary>
public static class Urgency
{
    /// <summary>The level of need from which a concern is one of significant harm. Source: Children Act 1989 s.47.</summary>
    public const int SignificantHarm = 4;

    /// <summary>Whether a message with this data is urgent.</summary>
    public static bool Of(object data) => data switch
    {
        ConcernRaised concern => RiskOfSignificantHarm(concern) || concern.Parts.Address?.Restricted is true,
        ConcernCorrected or ConcernWithdrawn or ConsentWithdrawn or NoticeWithdrawn => true,
        EscalationRaised escalation => escalation.UnsafeNow,
        // A school must know before its day begins, and a plan that somebody wants stopped is not left to go on until others are read.
        DomesticAbuseNotification or StopAndReviewRequested => true,
        Notice notice => notice.Parts.Address?.Restricted is true,
        TransferRequested transfer => transfer.Parts.Address?.Restricted is true,
        ChildMovedArea move => move.MoveType is MoveType.Refuge || move.Parts.Address?.Restricted is true,
        _ => false,
    };

    /// <summary>Whether the concern carries a risk of significant harm. An unknown level counts as one.</summary>
    public static bool RiskOfSignificantHarm(ConcernRaised concern) =>
        concern.ImmediateDanger || concern.LevelOfNeed is null or >= SignificantHarm;
}
