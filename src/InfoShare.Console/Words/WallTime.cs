using System.Globalization;
using InfoShare.Clocks;

namespace InfoShare.Console.Words;

/// <summary>A day and a time as somebody enters them, by the clocks in England.</summary>
public static class WallTime
{
    /// <summary>The instant; null: there is no such day or time.</summary>
    public static DateTimeOffset? Read(string? day, string? time) =>
        DateOnly.TryParseExact(day?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && TimeOnly.TryParseExact(time?.Trim(), "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
            ? London.At(date.ToDateTime(clock)) : null;

    /// <summary>As it would be entered: to the minute.</summary>
    public static (string Day, string Time) Write(DateTimeOffset at)
    {
        var wall = London.Of(at);
        return (wall.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), wall.ToString("HH:mm", CultureInfo.InvariantCulture));
    }
}
