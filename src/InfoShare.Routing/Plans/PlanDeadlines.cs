using InfoShare.Clocks;
using InfoShare.Contracts.Parts;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Storage;
using InfoShare.Storage.Plans;

namespace InfoShare.Routing.Plans;

/// <summary>
/// What must be told of a child protection plan as time goes by: no visit for 15 days, in place for 15 and for 18 months. Source:
/// Suffolk Safeguarding Children Board's response to a serious case review, 4.3.3 and 6.4.1; docs/clocks.md. Pure.
/// </summary>
internal static class PlanDeadlines
{
    private static readonly (string Clock, string Code)[] Drift = [("plan-drift", WithheldCodes.Plan15Months), ("plan-drift-conference", WithheldCodes.Plan18Months)];

    /// <summary>What is to be told, and from when, of what was not told yet. Nothing of other plans, of one that has ended, and where no day is known.</summary>
    public static IReadOnlyList<(string Code, string Mark, DateTimeOffset From)> Of(PlanRow plan, SharingDirectory directory)
    {
        if (plan.Type != Coded.Word(PlanType.ChildProtection) || plan.EndedOn is not null || Day(plan.StartedOn) is not { } start)
            return [];
        var told = plan.Told.Split(',');
        var seen = Day(plan.VisitedOn) ?? start;
        (string Code, string Mark, DateTimeOffset? From)[] all =
        [
            (WithheldCodes.PlanVisitOverdue, $"{WithheldCodes.PlanVisitOverdue}:{Days.Written(seen)}", End("plan-visit", seen)),
            .. Drift.Select(drift => (drift.Code, drift.Code, End(drift.Clock, start))),
        ];
        return [.. all.Where(one => one.From is not null && !told.Contains(one.Mark)).Select(one => (one.Code, one.Mark, one.From!.Value))];

        DateTimeOffset? End(string clock, DateOnly from) =>
            ClockRun.Of(directory.ClockAt(plan.Organisation, NamedClocks.Named(clock)!, from), London.StartOf(from), ClockCalendars.England) is Deadline.Due due ? due.LateFrom : null;
    }

    /// <summary>The row with the next instant at which it must be looked at.</summary>
    public static PlanRow WithNext(PlanRow plan, SharingDirectory directory) =>
        plan with { NextDue = Of(plan, directory).Select(one => (long?)one.From.ToMicroseconds()).Min() };

    private static DateOnly? Day(string? day) => day is null ? null : Days.Read(day);
}
