using InfoShare.Adapters.PickUp;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Escalations;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Recipients;

namespace InfoShare.Cli.Checks;

/// <summary>One message that would be sent, without its content.</summary>
/// <param name="Type">Such as <c>concern.raised</c>.</param>
/// <param name="Urgent">Whether it overtakes others.</param>
/// <param name="Parts">The parts that it has. Each role gets those that it needs.</param>
/// <param name="To">Roles that may know of it, if they are there and the child is known to be theirs.</param>
/// <param name="ToWithAgreement">Roles that may know as well where somebody with a say has agreed to sharing.</param>
/// <param name="Instead">Where no rule decides about it: who gets it.</param>
/// <param name="LeftOut">Fields that could not be used, and go missing from it.</param>
internal sealed record CheckedMessage(
    string Type, bool Urgent, IReadOnlyList<PartName> Parts, IReadOnlyList<string> To, IReadOnlyList<string> ToWithAgreement, string? Instead,
    IReadOnlyList<Problem> LeftOut)
{
    public static CheckedMessage Of(Draft draft, TranslationContext context)
    {
        var (parts, marks) = ContentOf(draft.Data);
        var roles = ForeseenRoles.Of(draft.Data, context.Kind, context.AsOf);
        return new(
            MessageTypes.All.Single(type => type.Data == draft.Data.GetType()).Name,
            Urgency.Of(draft.Data),
            parts?.Present() ?? [],
            roles?.Always ?? [],
            roles?.WithAgreement ?? [],
            InsteadOf(draft.Data),
            [.. marks.Select(mark => new Problem(mark.Field, mark.Problem))]);
    }

    private static (MessageParts? Parts, IReadOnlyList<Mark> Marks) ContentOf(object data) => data switch
    {
        ConcernRaised concern => (concern.Parts, concern.Marks),
        ConcernCorrected correction => (correction.Concern.Parts, correction.Concern.Marks),
        ChildMovedArea move => (move.Parts, move.Marks),
        TransferRequested transfer => (transfer.Parts, transfer.Marks),
        Notice notice => (notice.Parts, notice.Marks),
        DisclosureRefused refused => (refused.Parts, []),
        InvolvementRecorded involvement => (involvement.Parts, involvement.Marks),
        ConsentRecorded consent => (consent.Parts, []),
        ConsentWithdrawn withdrawal => (withdrawal.Parts, []),
        _ => (null, []),
    };

    private static string? InsteadOf(object data) => data switch
    {
        InvolvementRecorded => "nobody: routing keeps who knows the child",
        ConsentRecorded or ConsentWithdrawn => "nobody: routing keeps it, and shares by it",
        ConcernWithdrawn => "everybody who had the concern",
        NoticeWithdrawn => "everybody who had the notice",
        ConcernAcknowledged or ConcernDecision or ConcernOutcomeReported => "who sent the concern",
        EscalationRaised or EscalationClosed => "who decided what is challenged, and whoever is asked after",
        EscalationAnswered => "who has challenged it",
        TransferRequested => "who is asked to take the child over",
        MeetingNotified or MeetingRecorded => "whom it names as invited",
        InformationRequested => "whom it asks",
        LegalOutcome => "the core group, and who manages a plan",
        InformationSupplied or InformationDeclined => "who has asked",
        DisclosureRefused => "nobody: routing keeps it",
        PlanViewGiven => "who has proposed that the plan ends",
        TransferAccepted or TransferDeclined or TransferConferenceHeld or TransferResponsibilityPassed => "who asked for the transfer",
        _ => null,
    };
}
