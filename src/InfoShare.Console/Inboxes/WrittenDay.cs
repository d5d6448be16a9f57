using System.Globalization;

namespace InfoShare.Console.Inboxes;

/// <summary>A day as it is written in three fields. Pure.</summary>
public static class WrittenDay
{
    /// <summary>The day, or what is wrong; neither where nothing is written.</summary>
    /// <param name="label">What the day is called in the problem.</param>
    public static (DateOnly? Day, string? Problem) Read(string label, string? day, string? month, string? year, DateOnly today)
    {
        if (new[] { day, month, year }.All(string.IsNullOrWhiteSpace))
            return (null, null);
        if (!Whole(day, out var d) || !Whole(month, out var m) || !Whole(year, out var y) || y is < 1900 or > 9998 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m))
            return (null, $"{label} must be a real date, such as 14 5 2016");
        var read = new DateOnly(y, m, d);
        return read > today ? (null, $"{label} must not be in the future") : (read, null);
    }

    private static bool Whole(string? text, out int number) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
