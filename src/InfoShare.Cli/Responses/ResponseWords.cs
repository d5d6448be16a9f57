using InfoShare.Routing.Answers;

namespace InfoShare.Cli.Responses;

/// <summary>A concern and its answers as <c>infoshare responses list</c> says them. Pure.</summary>
internal static class ResponseWords
{
    public static IEnumerable<string> Words(this ListedResponses concern)
    {
        yield return $"{concern.Concern} of {concern.Sender}: {(concern.Outcome is null ? "no decision" : $"decided {concern.Outcome}")}";
        foreach (var line in concern.Recipients.Select(Words))
            yield return "  " + line;
    }

    private static string Words(ListedResponse one) => string.Join("; ", [
        $"{one.Recipient}: {one.State}", .. one.ToldAt is { } told ? [$"told {told:yyyy-MM-dd HH:mm}"] : (string[])[], .. one.AnsweredAt is { } answered ? [$"answered {answered:yyyy-MM-dd HH:mm}"] : (string[])[],
        .. one.Owed.Select(owed => $"{owed.Owed} {owed.Progress switch { "late" => "LATE, was owed by", "in-time" => "came in time, owed by", "came-late" => "came late, owed by", "closed" => "no longer owed, was owed by", _ => "owed by" }} {owed.By:yyyy-MM-dd HH:mm} UTC")]);
}
