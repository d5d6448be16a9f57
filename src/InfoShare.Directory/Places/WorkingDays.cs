namespace InfoShare.Directory;

/// <summary>Days on which offices work: neither Saturday, nor Sunday, nor a bank holiday. Pure.</summary>
public static class WorkingDays
{
    /// <summary>The first working day after a day; null where the way there leads through a year whose holidays are not known: nobody may guess it.</summary>
    public static DateOnly? After(DateOnly day, BankHolidays holidays)
    {
        for (var next = day.AddDays(1); holidays.Knows(next.Year); next = next.AddDays(1))
        {
            if (next.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(next))
                return next;
        }

        return null;
    }
}
