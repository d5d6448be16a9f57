using System.Globalization;
using InfoShare.Clocks;

namespace InfoShare.Cli.Commands;

/// <summary>
/// Reads a time as people in England write it: <c>2026-12-24T16:00</c> is by the clocks there, <c>2026-12-24T16:00Z</c> says it
/// otherwise, and a day alone is its first instant, which gives the earliest deadline.
/// </summary>
internal static class LondonTime
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private static readonly string[] WallForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly string[] OffsetForms = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>The instant with England's offset; null where the text is no time, or one that the clocks in England leave out.</summary>
    public static DateTimeOffset? Read(string text)
    {
        if (DateTime.TryParseExact(text, WallForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
            return IsWithin(wall.Year) ? London.At(wall) : null;
        var numeric = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        return DateTimeOffset.TryParseExact(numeric, OffsetForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && IsWithin(at.Year)
            ? London.Of(at)
            : null;
    }

    private static bool IsWithin(int year) => year is >= FirstYear and <= LastYear;
}
