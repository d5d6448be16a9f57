using System.Globalization;
using InfoShare.Adapters.PickUp;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;

namespace InfoShare.Cli.Checks;

/// <summary>What would become of a file, as people read it: some records, then the total.</summary>
internal static class CheckWords
{
    /// <summary>Records of each fate that are told one by one: a few show how the file is read, and the total counts the rest.</summary>
    private const int MostOfAFate = 20;

    private static readonly string[] RolesExplained =
    [
        "",
        "A role is told where somebody holds it for this child, not about what its own organisation says, and gets only the parts",
        "that it needs: docs/policy-guide.md. What was sent before and has not changed is not sent again.",
    ];

    private static readonly IReadOnlyList<string> PartWords = Words.Of(typeof(PartName));

    public static IEnumerable<string> Of(CheckedFile file) =>
    [
        file.Readable
            ? $"Can be read as {file.Format}, by {file.Participant}, on {file.Today:yyyy-MM-dd}. Nothing is sent or written now."
            : $"Cannot be read as {file.Format}, by {file.Participant}:",
        .. file.Problems.Select(problem => $"  {Of(problem)}"),
        .. TakenFor(file),
        .. file.Readable ? [.. Records(file), .. Total(file)] : Array.Empty<string>(),
    ];

    /// <summary>The field and what is required of it.</summary>
    public static string Of(Problem problem) => problem.Field.Length == 0 ? problem.What : $"{problem.Field}: {problem.What}";

    /// <summary>The type of a message and how it travels.</summary>
    public static string Kind(CheckedMessage message) => message.Urgent ? $"{message.Type}, urgent," : message.Type;

    /// <summary>Who may know of a message.</summary>
    public static string Recipients(CheckedMessage message) => message switch
    {
        { Instead: { } instead } => instead,
        { To: [], ToWithAgreement: [] } => "nobody: no rule allows it",
        { ToWithAgreement: [] } => string.Join(", ", message.To),
        { To: [] } => $"nobody without an agreement to share; with one: {string.Join(", ", message.ToWithAgreement)}",
        _ => $"{string.Join(", ", message.To)}; with an agreement to share also: {string.Join(", ", message.ToWithAgreement)}",
    };

    private static IEnumerable<string> TakenFor(CheckedFile file) => file.TakenFor == file.Format ? [] :
    [
        $"Beware: by its name and beginning {file.Participant}'s adapter takes it for {file.TakenFor ?? "no format that it reads"} when it lies in in/.",
    ];

    private static IEnumerable<string> Records(CheckedFile file)
    {
        var shown = file.Details.GroupBy(Fate).SelectMany(fate => fate.Take(MostOfAFate)).ToHashSet(ReferenceEqualityComparer.Instance);
        var lines = file.Details.Where(shown.Contains).SelectMany(record => (IEnumerable<string>)["", record.Place, .. Lines(record).Select(line => $"  {line}")]);
        return shown.Count == file.Details.Count ? lines : [.. lines, "", $"… and {file.Details.Count - shown.Count} more records; --json has them all."];
    }

    private static int Fate(CheckedRecord record) => record switch
    {
        { Problems.Count: > 0 } => 2,
        { Because: not null } => 1,
        _ => 0,
    };

    private static IEnumerable<string> Lines(CheckedRecord record) =>
    [
        .. record.Messages.SelectMany(Lines),
        .. record.Because is { } reason ? [$"nothing to send: {reason}"] : Array.Empty<string>(),
        .. record.Problems.Select(problem => $"quarantined: {Of(problem)}"),
    ];

    private static IEnumerable<string> Lines(CheckedMessage message) =>
    [
        $"would send {Kind(message)} to {Recipients(message)}",
        .. message.Parts is [] ? Array.Empty<string>() : [$"  parts: {string.Join(", ", message.Parts.Select(part => PartWords[(int)part - 1]))}"],
        .. message.LeftOut.Select(problem => $"  left out: {Of(problem)}"),
    ];

    private static IEnumerable<string> Total(CheckedFile file) =>
    [
        "",
        $"In total {Count(file.Records, "record")}: {Count(file.Messages, "message")}, {file.NothingToSend} with nothing to send, {file.Quarantined} quarantined.",
        .. Counts("would send ", CheckTotals.Sent(file)),
        .. Counts("left out: ", CheckTotals.LeftOut(file)),
        .. Counts("nothing to send: ", CheckTotals.NothingToSend(file)),
        .. Counts("quarantined: ", CheckTotals.Quarantined(file)),
        .. file.Details.Any(record => record.Messages.Any(message => message.Instead is null)) ? RolesExplained : [],
    ];

    private static IEnumerable<string> Counts(string before, IReadOnlyList<KeyValuePair<string, int>> counts) =>
    [
        .. counts.Take(MostOfAFate).Select(pair => $"{pair.Value,6} × {before}{pair.Key}"),
        .. counts.Count > MostOfAFate ? [$"       … and {counts.Count - MostOfAFate} other kinds of these"] : Array.Empty<string>(),
    ];

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
