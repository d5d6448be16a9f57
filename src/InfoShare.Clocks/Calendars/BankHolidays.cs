using System.Globalization;

namespace InfoShare.Clocks;

/// <summary>The bank holidays of one nation. A deadline in a year that is not known must be reported, never guessed: ask <see cref="Knows"/> first.</summary>
public sealed class BankHolidays
{
    private readonly HashSet<int> years;

    private BankHolidays(string file)
    {
        Dates = Rows(file).Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToHashSet();
        years = [.. Dates.Select(d => d.Year)];
        Years = $"{years.Min()} to {years.Max()}";
    }

    /// <summary>England, whole years 2022 to 2027.</summary>
    public static BankHolidays England { get; } = new("england-bank-holidays.csv");

    /// <summary>Every holiday known.</summary>
    public IReadOnlySet<DateOnly> Dates { get; }

    /// <summary>The whole years that are known, in words: <c>2022 to 2027</c>.</summary>
    public string Years { get; }

    /// <summary>Whether all holidays of this year are known.</summary>
    public bool Knows(int year) => years.Contains(year);

    /// <summary>Whether this day is a holiday. False says nothing about a year that is not known.</summary>
    public bool Contains(DateOnly day) => Dates.Contains(day);

    /// <summary>The lines of the built-in file without its comments and its heading.</summary>
    private static IEnumerable<string> Rows(string file)
    {
        using var stream = typeof(BankHolidays).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"the built-in file {file} is missing");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Skip(1)];
    }
}
