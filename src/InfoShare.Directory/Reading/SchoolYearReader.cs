using System.Globalization;
using InfoShare.Clocks;

namespace InfoShare.Directory;

/// <summary>Reads the term dates of a school.</summary>
internal static class SchoolYearReader
{
    private const string DayForm = "yyyy-MM-dd";

    public static SchoolYearEntry Read(Fields f)
    {
        var (school, from, to) = (f.Text("school"), f.Day("from"), f.Day("to"));
        var year = new SchoolYear(
            new(from ?? DateOnly.MinValue, to ?? DateOnly.MaxValue), StartOfDay(f), Ranges(f, "terms", required: true), Ranges(f, "halfTerms", required: false), Days(f, "insetDays"));
        return new(school, year, from, to);
    }

    private static TimeOnly StartOfDay(Fields f)
    {
        var text = f.Text("startOfDay");
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        if (text.Length > 0)
            f.Refuse("startOfDay", "must be a time of day, such as 08:00");
        return TimeOnly.MinValue;
    }

    /// <summary>What cannot be read becomes the earliest day, which later checks pass over: there is a problem already.</summary>
    private static IReadOnlyList<DayRange> Ranges(Fields f, string name, bool required) => [.. f.Texts(name, required).Select((text, i) =>
    {
        if (text.Split(" to ") is [var first, var last] && Day(first) is { } from && Day(last) is { } to && from <= to)
            return new DayRange(from, to);
        if (text.Length > 0)
            f.Refuse(name, i, "must be the first and the last day, written as 2026-09-03 to 2026-12-18");
        return default;
    })];

    private static IReadOnlyList<DateOnly> Days(Fields f, string name) => [.. f.Texts(name, required: false).Select((text, i) =>
    {
        if (Day(text) is { } day)
            return day;
        if (text.Length > 0)
            f.Refuse(name, i, "must be a day that exists, written as 2026-11-20");
        return default;
    })];

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
