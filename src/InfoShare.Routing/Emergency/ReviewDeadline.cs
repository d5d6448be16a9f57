using InfoShare.Directory;

namespace InfoShare.Routing.Emergency;

/// <summary>Until when emergency access must have been reviewed. Source: docs/policy-guide.md: within one working day. Pure.</summary>
internal static class ReviewDeadline
{
    /// <summary>The end of the next working day in England, which is the first instant of the day after it; null where the calendar of a year is not known.</summary>
    public static DateTimeOffset? Of(DateTimeOffset askedAt, BankHolidays holidays) =>
        WorkingDays.After(RoutingContext.DayOf(askedAt), holidays) is { } day ? RoutingContext.StartOf(day.AddDays(1)) : null;
}
