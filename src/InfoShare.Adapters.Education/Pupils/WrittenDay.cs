using System.Globalization;

namespace InfoShare.Adapters.Education.Pupils;

/// <summary>Days as school systems and spreadsheets write them. In numbers alone the day stands before the month, as is usual here.</summary>
internal static class WrittenDay
{
    public const string Form = "must be a day that exists, such as 2026-11-20, 20/11/2026 or 20 Nov 2026, from 1900 on";

    private const int Earliest = 1900;

    private static readonly string[] Styles =
        ["yyyy-M-d", "yyyy/M/d", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d MMM yyyy", "d-MMM-yyyy", "d/MMM/yyyy", "d MMMM yyyy", "yyyyMMdd"];

    /// <summary>The day, or null. A time of midnight behind it does no harm.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(WithoutMidnight(text), Styles, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= Earliest
            ? day
            : null;

    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string WithoutMidnight(string text) =>
        text.LastIndexOfAny([' ', 'T']) is > 0 and var at && text[(at + 1)..] is "00:00" or "00:00:00" or "00:00:00Z" or "00:00:00.000" ? text[..at] : text;
}
