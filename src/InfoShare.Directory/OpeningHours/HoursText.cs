using System.Globalization;

namespace InfoShare.Directory;

/// <summary>Reads the text form of hours.</summary>
internal static class HoursText
{
    private const int Longest = 200;
    private const int DaysInWeek = 7;
    private static readonly string[] Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly TimeSpan Midnight = TimeSpan.FromDays(1);

    /// <summary>The opening times; null when the text is not hours.</summary>
    public static IReadOnlyList<OpeningTime>? Read(string? text)
    {
        if (text is null or { Length: > Longest })
            return null;
        var all = new List<OpeningTime>();
        foreach (var group in text.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries))
        {
            if (Group(group) is not { } times)
                return null;
            all.AddRange(times);
        }

        return all;
    }

    /// <summary><c>mon-fri 08:30-17:00</c> or <c>tue,thu 09:00-12:00</c>.</summary>
    private static IEnumerable<OpeningTime>? Group(string text)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var dayText, var timeText]
            || Days(dayText) is not { } days
            || timeText.Split('-') is not [var from, var to]
            || Time(from) is not { } opens || Time(to) is not { } closes
            || opens == closes || opens == Midnight)
            return null;
        return days.Select(day => new OpeningTime(day, opens, closes < opens ? closes + Midnight : closes));
    }

    private static List<DayOfWeek>? Days(string text)
    {
        var all = new List<DayOfWeek>();
        foreach (var range in text.Split(','))
        {
            var ends = Array.ConvertAll(range.Split('-'), name => Array.IndexOf(Names, name));
            if (ends.Length > 2 || ends.Contains(-1))
                return null;
            var length = (ends[^1] - ends[0] + DaysInWeek) % DaysInWeek;
            all.AddRange(Enumerable.Range(ends[0], length + 1).Select(d => (DayOfWeek)(d % DaysInWeek)));
        }

        return all;
    }

    private static TimeSpan? Time(string text) => text == "24:00" ? Midnight
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToTimeSpan()
        : null;
}
