using InfoShare.Console.Security;
using InfoShare.Storage;
using InfoShare.Storage.Failures;

namespace InfoShare.Console.Pages.Failures;

/// <summary>What failed, by why and what to do about it.</summary>
[Needs(Permissions.MendFailures)]
public sealed class IndexModel(ConsoleContext console) : ConsolePage(console)
{
    private const int Most = 100;

    internal IReadOnlyList<FailureCount> Groups { get; private set; } = [];

    /// <summary>The latest of each group.</summary>
    internal IReadOnlyDictionary<string, FailureNote> Notes { get; private set; } = new Dictionary<string, FailureNote>();

    /// <summary>When the first answer is late.</summary>
    internal IReadOnlyDictionary<FailureGroup, long> Deadlines { get; private set; } = new Dictionary<FailureGroup, long>();

    internal IReadOnlyDictionary<string, RetryRow> Retries { get; private set; } = new Dictionary<string, RetryRow>();

    internal long Held { get; private set; }

    internal long TurnedAway { get; private set; }

    public void OnGet() => (Groups, Notes, Deadlines, Retries, Held, TurnedAway) = Read(scope =>
    {
        var groups = scope.FailureGroups(Most);
        return (
            groups, scope.LatestNotes([.. groups.Select(one => one.Group.Key)]).ToDictionary(note => note.FailureGroup),
            scope.FailureDeadlines().ToDictionary(one => one.Group, one => one.LateFrom),
            scope.OpenRetries().GroupBy(retry => retry.FailureGroup).ToDictionary(alike => alike.Key, alike => alike.Last()),
            scope.CountHeld(), scope.CountTurnedAway().Sum(one => one.Count));
    });
}
