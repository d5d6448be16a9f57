using InfoShare.Policy;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Policies;
using InfoShare.Vault;

namespace InfoShare.Routing.Replaying;

/// <summary>Decides all recorded decisions again.</summary>
public static class Replay
{
    /// <summary>Every decision on record from a time on.</summary>
    /// <param name="since">Microseconds.</param>
    /// <param name="candidate">The set to decide with, by the time of the decision; null: for each the set that is recorded for it.</param>
    /// <param name="done">Is told after each how many there were.</param>
    public static ReplayReport Run(
        ReadScope scope, long since, Func<DateTimeOffset, SharingPolicy>? candidate, Action<long> done, CancellationToken cancellationToken)
    {
        var deciding = new DecidingAgain(KeptIn(scope), candidate);
        var count = 0L;
        foreach (var row in scope.EveryDecision(since))
        {
            cancellationToken.ThrowIfCancellationRequested();
            deciding.Add(row);
            done(++count);
        }

        foreach (var row in candidate is null ? [] : scope.EveryMessageDecided(since))
        {
            cancellationToken.ThrowIfCancellationRequested();
            deciding.AddMessage(row);
        }

        return deciding.Report();
    }

    /// <summary>The sets that the store has kept, by their versions, each read when it is first asked for.</summary>
    public static Func<string, SharingPolicy?> KeptIn(ReadScope scope)
    {
        var kept = scope.PolicySets().GroupBy(row => row.Version).ToDictionary(same => same.Key, same => new Lazy<SharingPolicy?>(same.First().ToPolicy));
        return version => kept.GetValueOrDefault(version)?.Value;
    }
}
