using System.Globalization;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>Days in a transfer file: <c>yyyy-MM-dd</c>, from some systems with midnight.</summary>
internal static class CtfDay
{
    public const string Form = "must be a day that exists, written yyyy-MM-dd, from 1900 on";

    private const int Written = 10;
    private const int Earliest = 1900;

    /// <summary>The day, or null.</summary>
    public static DateOnly? Read(string text) =>
        text.Length >= Written
        && text[Written..] is "" or "Z" or "T00:00:00" or "T00:00:00Z"
        && DateOnly.TryParseExact(text[..Written], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year >= Earliest
            ? day
            : null;

    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
