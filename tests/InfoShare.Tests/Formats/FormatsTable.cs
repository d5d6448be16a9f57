using System.Text.Json;
using InfoShare.Adapters.Translation;
using InfoShare.Cli.Checks;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Codes;
using InfoShare.Directory;

namespace InfoShare.Tests.Formats;

/// <summary>The rows of the tables in docs/formats.md, made by reading the files as the sample participants would on the day of the samples.</summary>
internal static class FormatsTable
{
    private static readonly DateOnly Day = new(2026, 11, 20);
    private static readonly SharingDirectory Directory = DirectoryFile.Read(SampleDirectory.Yaml).Directory!;
    private static readonly FileCheck Check = new(
        ConfigurationFile.Read(SampleConfiguration.Text).Settings! with { AsOf = Day }, new DateTimeOffset(Day, new(9, 0), TimeSpan.Zero));

    /// <summary>The row of a file.</summary>
    public static string RowOf(FormatFile file)
    {
        if (KnownFormats.TakenFor(file) is not { } format)
            return Row(file.Name, "none", "", "", "", $"the file: {FileStart.Problem(file.Read())?.Problem ?? "is of no format that an adapter reads"}");

        var found = Check.ByWhoCanUseMost(ReadersOf(file, format), format, file.FileName, file.Read());
        return found.Readable
            ? Row(file.Name, PageOf(format), $"{found.Records}", Counted(found.Messages, TypesOf(found)),
                Counted(found.NothingToSend, CheckTotals.NothingToSend(found)), Counted(found.Quarantined, CheckTotals.Quarantined(found)))
            : Row(file.Name, PageOf(format), "", "", "", $"the file: {string.Join("; ", found.Problems.Select(CheckWords.Of))}");
    }

    private static IReadOnlyList<Participant> ReadersOf(FormatFile file, string format) =>
        file.Participant is { } one
            ? [Directory.ParticipantNamed(one)!]
            : [.. Directory.Participants.Where(p => AgencyFormats.Reading(p.Kind, format) is not null)];

    private static IEnumerable<KeyValuePair<string, int>> TypesOf(CheckedFile file) =>
        file.Details.SelectMany(record => record.Messages).CountBy(message => message.Type).OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The page of the kind of agency that reads the format, or of the form that all read.</summary>
    private static string PageOf(string format) => KnownFormats.KindsReading(format) is [var kind]
        ? $"[{format}](formats-{NameOf(kind)}.md)"
        : $"[{format}](../contracts/README.md)";

    private static string NameOf(AgencyKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>How many there are; and of what, where that is not said in the same breath.</summary>
    private static string Counted(int number, IEnumerable<KeyValuePair<string, int>> kinds) => kinds.ToList() switch
    {
        [] => "",
        [var only] when only.Value == number => $"{number} {only.Key}",
        var several => $"{number}: {string.Join("; ", several.Select(pair => $"{pair.Value} {pair.Key}"))}",
    };

    private static string Row(params string[] cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";
}
