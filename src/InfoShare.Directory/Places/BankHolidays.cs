using System.Globalization;

namespace InfoShare.Directory;

/// <summary>The bank holidays of one nation. A deadline in a year that is not known must be reported, never guessed: ask <see cref="Knows"/> first.</summary>
public sealed class BankHolidays
{
    private readonly HashSet<int> years;

    private BankHolidays(string file)
    {
        Dates = EmbeddedText.Rows(file).Select(row => DateOnly.ParseExact(row[0], "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToHashSet();
        years = [.. Dates.Select(d => d.Year)];
    }

    /// <summary>England, whole years 2022 to 2027.</summary>
    public static BankHolidays England { get; } = new("england-bank-holidays.csv");

    /// <summary>Every holiday known.</summary>
    public IReadOnlySet<DateOnly> Dates { get; }

    /// <summary>Whether all holidays of this year are known.</summary>
    public bool Knows(int year) => years.Contains(year);

    /// <summary>Whether this day is a holiday. False says nothing about a year that is not known.</summary>
    public bool Contains(DateOnly day) => Dates.Contains(day);
}
