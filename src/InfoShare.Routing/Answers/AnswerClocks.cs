using InfoShare.Clocks;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Notices;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Plans;

namespace InfoShare.Routing.Answers;

/// <summary>An answer that is owed.</summary>
/// <param name="Clock">Its name.</param>
/// <param name="LateFrom">The first instant that is late.</param>
/// <param name="WarnAt">When the recipient is reminded.</param>
internal sealed record OwedAnswer(string Clock, AnswerOwed Owed, DateTimeOffset LateFrom, DateTimeOffset WarnAt);

/// <summary>
/// Which answers a recipient owes, and by when: a front door a decision on a concern within one working day (Working Together 2023),
/// others what their notice asks for; whoever gets it an acknowledgement, or what it was asked for, where the sender has asked for an
/// answer by some time. Pure.
/// </summary>
internal static class AnswerClocks
{
    public const string RespondBy = "respond-by";

    /// <summary>A reminder comes so long before the end, or when half of the time is over, whichever is later.</summary>
    private static readonly TimeSpan WarnBefore = TimeSpan.FromHours(12);

    /// <param name="from">The kind of agency that sends.</param>
    /// <param name="at">When the message was received.</param>
    /// <param name="fault">Set to the clock's name where its calendar is not known: nothing is guessed.</param>
    public static IReadOnlyList<OwedAnswer> For(Subject subject, AgencyKind from, string organisation, string role, DateTimeOffset at, SharingDirectory directory, out string? fault)
    {
        List<OwedAnswer> owed = [];
        fault = null;
        if (ClockOf(subject, from, role) is var (name, answer))
        {
            var school = subject.Parts?.Education?.SchoolUrn is { } urn ? directory.SchoolCalendarOf($"urn/{urn}") : null;
            if (ClockRun.Of(directory.ClockAt(organisation, NamedClocks.Named(name)!, London.DayOf(at)), at, ClockCalendars.England with { School = school }) is Deadline.Due due)
                owed.Add(Of(name, answer, at, due.LateFrom));
            else
                fault = name;
        }

        if (subject.RespondBy is { } by && by > at)
            owed.Add(Of(RespondBy, subject.Notice is InformationRequested ? AnswerOwed.Information : AnswerOwed.Acknowledgement, at, by));
        return owed;
    }

    private static (string Clock, AnswerOwed Owed)? ClockOf(Subject subject, AgencyKind from, string role) => (subject, role) switch
    {
        ({ Concern: not null }, Roles.FrontDoor) => ("referral-decision", AnswerOwed.Decision),
        ({ Concern.Parts.Incident: { } incident }, Roles.DesignatedSafeguardingLead) when from is AgencyKind.Police && incident.Factors.Any(MessageFacts.DomesticAbuse.Contains) => ("da-notice", AnswerOwed.Acknowledgement),
        ({ Notice: AttendanceThreshold { Parts.Education.EarlyHelp: null } }, Roles.EarlyHelpCoordinator) => ("early-help-considered", AnswerOwed.Decision),
        ({ Notice: DomesticAbuseNotification }, Roles.DesignatedSafeguardingLead) => ("da-notice", AnswerOwed.Acknowledgement),
        ({ Notice: StopAndReviewRequested }, Roles.ConferenceChair) => ("stop-and-review", AnswerOwed.Decision),
        ({ ChangedPlan: { } plan }, _) when PlanRules.IsEndOfProtection(plan) && PlanRules.AsksOf(role) => ("plan-end-view", AnswerOwed.View),
        _ => null,
    };

    private static OwedAnswer Of(string clock, AnswerOwed owed, DateTimeOffset at, DateTimeOffset lateFrom)
    {
        var (half, before) = (at + (lateFrom - at) / 2, lateFrom - WarnBefore);
        return new(clock, owed, lateFrom, half > before ? half : before);
    }
}
