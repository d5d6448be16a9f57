using System.Globalization;

namespace InfoShare.Clocks;

/// <summary>Why a deadline cannot be said.</summary>
public static class ClockFaults
{
    /// <summary>The way to the deadline leads through a year whose bank holidays are not known.</summary>
    public const string BankHolidays = "bank-holidays-unknown";

    /// <summary>The clock counts a school's days, and no school is given or its dates are not known.</summary>
    public const string School = "school-unknown";

    /// <summary>The way to the deadline leads through days for which the school's dates are not known.</summary>
    public const string SchoolDays = "school-days-unknown";

    /// <summary>The time is in a year, or the deadline would be, for which nobody keeps calendars.</summary>
    public const string Range = "out-of-range";

    internal static Deadline.Fault YearUnknown(int year, BankHolidays holidays) =>
        new(BankHolidays, string.Create(CultureInfo.InvariantCulture, $"the bank holidays of England of {year} are not known; known are those of {holidays.Years}"));

    internal static Deadline.Fault DayUnknown(SchoolCalendar school, DateOnly day) =>
        new(SchoolDays, string.Create(CultureInfo.InvariantCulture, $"the term dates of {school.Name} are not known for {day:yyyy-MM-dd}"));

    internal static Deadline.Fault NoSchool { get; } = new(School, "the clock counts school days, and there is no school whose term dates are known");

    internal static Deadline.Fault OutOfRange { get; } = new(Range, "the time must be in the years 1900 to 2199");
}
