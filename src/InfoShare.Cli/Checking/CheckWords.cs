using InfoShare.Adapters.PickUp;

namespace InfoShare.Cli.Checking;

/// <summary>A check in plain words.</summary>
internal static class CheckWords
{
    /// <summary>Stands under every check.</summary>
    public const string Ending = """
        Recipients are kinds of role, by what the file itself says. Who they are, which parts they get, and what agreements and earlier messages
        change, is decided when a message arrives. Nothing was sent, and nothing was kept.
        """;

    public static IEnumerable<string> Of(CheckedRecord record) =>
    [
        .. record.Messages.Select(message => $"{record.Place}: {Of(message)}"),
        .. record.NothingBecause is { } reason ? [$"{record.Place}: nothing to send: {reason}"] : Array.Empty<string>(),
        .. record.Problems.Select(problem => $"{record.Place}: quarantined: {Of(problem)}"),
    ];

    public static string Of(Problem problem) => problem.Field.Length == 0 ? problem.What : $"{problem.Field}: {problem.What}";

    public static IEnumerable<string> Of(CheckTotals totals) =>
    [
        $"{totals.Records} records: {totals.Messages} messages, {totals.NothingToSend} with nothing to send, {totals.Quarantined} quarantined",
        .. totals.MessagesByType.Select(type => $"  {type.Value} {type.Key}"),
        .. totals.To.Select(role => $"  {role.Value} to {role.Key}"),
        .. totals.WithAgreementTo.Select(role => $"  {role.Value} to {role.Key}, with an agreement to share only"),
        .. totals.Because.Select(reason => $"  {reason.Value} with nothing to send: {reason.Key}"),
    ];

    private static string Of(CheckedMessage message)
    {
        var level = message.Type is "concern.raised" or "concern.corrected" ? $", level of need {message.LevelOfNeed?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"}" : "";
        return (message.To, message.WithAgreementTo) switch
        {
            ([], []) => $"{message.Type}{level}, to be recorded; passed on to nobody",
            (var to, []) => $"{message.Type}{level}, to {Join(to)}",
            ([], var agreed) => $"{message.Type}{level}, with an agreement to share only: to {Join(agreed)}",
            var (to, agreed) => $"{message.Type}{level}, to {Join(to)}; with an agreement to share also to {Join(agreed)}",
        };
    }

    private static string Join(IReadOnlyList<string> roles) => string.Join(", ", roles);
}
