using InfoShare.Clocks;

namespace InfoShare.Routing.Emergency;

/// <summary>Until when emergency access must have been reviewed. Source: docs/policy-guide.md: within one working day. Pure.</summary>
internal static class ReviewDeadline
{
    /// <summary>The first instant that is too late, UTC; null where the calendar of a year is not known.</summary>
    public static DateTimeOffset? Of(DateTimeOffset askedAt) =>
        ClockRun.Of(NamedClocks.EmergencyReview, askedAt, ClockCalendars.England) is Deadline.Due due ? due.LateFrom.ToUniversalTime() : null;
}
