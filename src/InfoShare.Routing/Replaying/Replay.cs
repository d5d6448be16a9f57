using System.Text.Json;
using InfoShare.Policy;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Policies;
using InfoShare.Vault;

namespace InfoShare.Routing.Replaying;

/// <summary>Decides recorded decisions again, by their recorded facts and nothing else.</summary>
public static class Replay
{
    /// <summary>Every decision on record from a time on.</summary>
    /// <param name="since">Microseconds.</param>
    /// <param name="candidate">The set to decide with, by the time of the decision; null: for each the set that is recorded for it.</param>
    /// <param name="done">Is told after each how many there were.</param>
    public static ReplayReport Run(
        ReadScope scope, long since, Func<DateTimeOffset, SharingPolicy>? candidate, Action<long> done, CancellationToken cancellationToken)
    {
        var kept = scope.PolicySets().GroupBy(row => row.Version).ToDictionary(same => same.Key, same => new Lazy<SharingPolicy?>(same.First().ToPolicy));
        var tallies = new Tallies();
        var count = 0L;
        foreach (var row in scope.EveryDecision(since))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Again(row, PolicyFor, tallies);
            done(++count);
        }

        if (candidate is not null)
            Reach(scope, since, version => kept.GetValueOrDefault(version)?.Value, candidate, tallies, cancellationToken);
        return tallies.Report();

        SharingPolicy? PolicyFor(DecisionRow row, DateTimeOffset at) => candidate is null ? kept.GetValueOrDefault(row.Policy)?.Value : candidate(at);
    }

    /// <summary>Finds the roles that nobody asked about a message, because the set of then could never let them know.</summary>
    private static void Reach(
        ReadScope scope, long since, Func<string, SharingPolicy?> kept, Func<DateTimeOffset, SharingPolicy> candidate, Tallies tallies, CancellationToken cancellationToken)
    {
        foreach (var row in scope.EveryMessageDecided(since))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (row.BuiltIn != BuiltInLayer.Version || kept(row.Policy) is not { } then || FactsOf(row) is not { } facts)
                continue;
            foreach (var (role, decision) in NewlyAsked.Of(facts, then, candidate(facts.At)))
                tallies.AddReached(row, role, decision.MayKnow);
        }
    }

    /// <summary>Null once they are erased, or where they cannot be read: that is counted with the decisions.</summary>
    private static SharingFacts? FactsOf(DecisionRow row)
    {
        try
        {
            return row.Facts.Length == 0 ? null : DecisionTable.Read<SharingFacts>(row.Facts);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Again(DecisionRow row, Func<DecisionRow, DateTimeOffset, SharingPolicy?> policyFor, Tallies tallies)
    {
        try
        {
            if (row.Facts.Length == 0)
                tallies.Erased++;
            else if (row.BuiltIn != BuiltInLayer.Version)
                tallies.NotRepeatable++;
            else if (DecisionTable.Read<SharingFacts>(row.Facts) is var facts && policyFor(row, facts.At) is { } policy)
                Compare(row, facts.Recipient.Role, policy.Decide(facts), tallies);
            else
                tallies.AddUnknownSet(row);
        }
        catch (JsonException)
        {
            tallies.AddUnreadable(row);
        }
    }

    private static void Compare(DecisionRow row, string role, SharingDecision decision, Tallies tallies)
    {
        if (DecisionTable.Write(decision) == row.Outcome)
            tallies.Same++;
        else
            tallies.AddDifferent(row, role, DecisionTable.Read<SharingDecision>(row.Outcome), decision);
    }
}
