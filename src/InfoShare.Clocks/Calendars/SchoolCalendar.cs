namespace InfoShare.Clocks;

/// <summary>
/// The days on which one school has pupils in. A school day is a day with a school session: Education Act 1996, s.579(1). So
/// neither a weekend, a holiday, a half-term nor a staff training day is one.
/// </summary>
/// <param name="Name">How an answer names the calendar: the school's <c>urn/999998</c>.</param>
/// <param name="Years">What is known of it, without overlaps. A day in none of them is unknown.</param>
public sealed record SchoolCalendar(string Name, IReadOnlyList<SchoolYear> Years)
{
    /// <summary>The year that a day is in; null where the school's dates are not known.</summary>
    public SchoolYear? YearOf(DateOnly day) => Years.FirstOrDefault(year => year.Known.Contains(day));
}

/// <summary>A school's dates for some days in a row, mostly from 1 September to 31 August.</summary>
/// <param name="Known">The days that these dates speak for: whichever of them is in no term is a holiday.</param>
/// <param name="StartOfDay">When the school's day begins, by the clock in England: 08:00.</param>
/// <param name="Terms">First to last day with pupils.</param>
/// <param name="HalfTerms">Holidays within a term.</param>
/// <param name="InsetDays">Days within a term on which only staff is in (INSET).</param>
public sealed record SchoolYear(
    DayRange Known, TimeOnly StartOfDay, IReadOnlyList<DayRange> Terms, IReadOnlyList<DayRange> HalfTerms, IReadOnlyList<DateOnly> InsetDays)
{
    /// <summary>Whether pupils are in, on a day that is neither a weekend nor a bank holiday.</summary>
    public bool HasPupilsOn(DateOnly day) =>
        Terms.Any(term => term.Contains(day)) && !HalfTerms.Any(half => half.Contains(day)) && !InsetDays.Contains(day);
}
