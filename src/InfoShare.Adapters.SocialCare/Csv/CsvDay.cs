using System.Globalization;

namespace InfoShare.Adapters.SocialCare.Csv;

/// <summary>Days in tables: dd/mm/yyyy, as the Department for Education asks, or yyyy-mm-dd; spreadsheets may add midnight.</summary>
internal static class CsvDay
{
    public const string Form = "must be a day that exists, written dd/mm/yyyy or yyyy-mm-dd, from 1900 on";
    public const string NotYet = "must not be after the day on which the file is read";

    private const int Earliest = 1900;

    private static readonly string[] Forms =
        ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd", "dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>The day, or null.</summary>
    public static DateOnly? Read(string text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at.Year >= Earliest
            ? DateOnly.FromDateTime(at)
            : null;
}
