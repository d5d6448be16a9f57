using System.Globalization;
using InfoShare.Console.Chronologies;
using InfoShare.Routing.Histories;
using static InfoShare.Adapters.HandOver.Wording.DeliveryWords;

namespace InfoShare.Cli.Chronologies;

/// <summary>A chronology as CSV (RFC 4180), one event a row. Pure.</summary>
internal static class ChronologyTable
{
    private static readonly string[] Header = ["on", "until", "child", "kind", "from", "level", "categories", "outcome", "what", "words"];

    public static string Of(ChronologyAnswer answer) => string.Concat(new[] { Header }.Concat((answer.Entries ?? []).Select(Row)).Select(row => string.Join(',', row.Select(Quoted)) + "\r\n"));

    private static string[] Row(ChronologyEntry entry) =>
    [
        Day(entry.On), entry.Until is { } until ? Day(until) : "", entry.Child.ToString(CultureInfo.InvariantCulture), entry.Kind, Agency(entry.From),
        entry.LevelOfNeed?.ToString(CultureInfo.InvariantCulture) ?? "", string.Join(' ', entry.Categories ?? []), entry.Outcome is { } outcome ? Code(outcome) : "", ChronologyWords.What(entry),
        string.Join('\n', ChronologyWords.Sections(entry).SelectMany(section => section.Lines.Select(line => line.Name is null ? line.Text : $"{line.Name}: {line.Text}"))),
    ];

    /// <summary>What a spreadsheet would take for a formula begins with an apostrophe: texts come from outside.</summary>
    private static string Quoted(string text) =>
        $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
