using InfoShare.Clocks;
using InfoShare.Directory;

namespace InfoShare.Routing.Emergency;

/// <summary>Until when emergency access must have been reviewed. Source: docs/policy-guide.md: within one working day. Pure.</summary>
internal static class ReviewDeadline
{
    /// <summary>The first instant that is too late, UTC, as the partnership of the recipient's area sets it; null where the calendar of a year is not known.</summary>
    public static DateTimeOffset? Of(DateTimeOffset askedAt, string organisation, SharingDirectory directory) =>
        ClockRun.Of(directory.ClockAt(organisation, NamedClocks.EmergencyReview, London.DayOf(askedAt)), askedAt, ClockCalendars.England) is Deadline.Due due
            ? due.LateFrom.ToUniversalTime()
            : null;
}
