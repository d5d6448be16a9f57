using System.Text.RegularExpressions;
using InfoShare.Adapters.PickUp;

namespace InfoShare.Cli.Checks;

/// <summary>Counts what came of the records of a file, the most frequent first.</summary>
internal static partial class CheckTotals
{
    /// <summary>Messages of the same type with the same recipients.</summary>
    public static IReadOnlyList<KeyValuePair<string, int>> Sent(CheckedFile file) =>
        Counted(file.Details.SelectMany(record => record.Messages).Select(message => $"{CheckWords.Kind(message)} to {CheckWords.Recipients(message)}"));

    /// <summary>Reasons for which nothing would be sent.</summary>
    public static IReadOnlyList<KeyValuePair<string, int>> NothingToSend(CheckedFile file) => Counted(file.Details.Select(record => record.Because).OfType<string>());

    /// <summary>Problems of records that would go to quarantine.</summary>
    public static IReadOnlyList<KeyValuePair<string, int>> Quarantined(CheckedFile file) =>
        Counted(file.Details.SelectMany(record => record.Problems.Select(problem => WithoutPlace(problem, record.Place))));

    /// <summary>Fields that would go missing from messages.</summary>
    public static IReadOnlyList<KeyValuePair<string, int>> LeftOut(CheckedFile file) =>
        Counted(file.Details.SelectMany(record => record.Messages.SelectMany(message => message.LeftOut).Select(problem => WithoutPlace(problem, record.Place))));

    private static IReadOnlyList<KeyValuePair<string, int>> Counted(IEnumerable<string> texts) =>
        [.. texts.CountBy(text => text).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];

    /// <summary>The same fault in many records is one.</summary>
    private static string WithoutPlace(Problem problem, string place)
    {
        var field = problem.Field.StartsWith(place, StringComparison.Ordinal) ? problem.Field[place.Length..].TrimStart(' ', ',', ':', '.', '/') : problem.Field;
        return CheckWords.Of(problem with { Field = Numbers().Replace(field, "") });
    }

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Numbers();
}
