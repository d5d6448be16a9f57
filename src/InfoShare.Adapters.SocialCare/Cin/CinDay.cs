using System.Globalization;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>Days in the census: <c>yyyy-MM-dd</c>, as <c>xs:date</c> perhaps with a zone, and from some systems with midnight.</summary>
internal static class CinDay
{
    public const string Form = "must be a day that exists, written yyyy-MM-dd, from 1900 on";
    public const string NotYet = "must not be after the day on which the file is read";

    private const int Written = 10;
    private const int Earliest = 1900;

    /// <summary>The day, or null.</summary>
    public static DateOnly? Read(string text) =>
        text.Length >= Written
        && text[Written..] is "" or "Z" or "+00:00" or "+01:00" or "T00:00:00" or "T00:00:00Z"
        && DateOnly.TryParseExact(text[..Written], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year >= Earliest
            ? day
            : null;

    /// <summary>As a key or a sentence writes it.</summary>
    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
