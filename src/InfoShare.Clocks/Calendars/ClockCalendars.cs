namespace InfoShare.Clocks;

/// <summary>The calendars that a clock may need.</summary>
/// <param name="Holidays">Of England.</param>
/// <param name="School">The dates of the school that it is about; null where they are not known.</param>
public sealed record ClockCalendars(BankHolidays Holidays, SchoolCalendar? School)
{
    /// <summary>England's, without a school.</summary>
    public static ClockCalendars England { get; } = new(BankHolidays.England, null);
}
