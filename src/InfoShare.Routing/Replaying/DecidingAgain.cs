using System.Text.Json;
using InfoShare.Policy;
using InfoShare.Storage.Decisions;

namespace InfoShare.Routing.Replaying;

/// <summary>Decides recorded decisions again, by their recorded facts and nothing else, and counts what comes out otherwise.</summary>
/// <param name="kept">The set of a version, as the store has kept it; null where it has not, or this release cannot read it.</param>
/// <param name="candidate">The set to decide with, by the time of the decision; null: for each the set that is recorded for it.</param>
public sealed class DecidingAgain(Func<string, SharingPolicy?> kept, Func<DateTimeOffset, SharingPolicy>? candidate)
{
    private readonly Tallies tallies = new();

    /// <summary>Decides it again.</summary>
    /// <returns>Whether it comes out otherwise than recorded.</returns>
    public bool Add(DecisionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        try
        {
            if (row.Facts.Length == 0)
                tallies.Erased++;
            else if (row.BuiltIn != BuiltInLayer.Version)
                tallies.NotRepeatable++;
            else if (DecisionTable.Read<SharingFacts>(row.Facts) is var facts && PolicyFor(row, facts.At) is { } policy)
                return Compare(row, facts.Recipient.Role, policy.Decide(facts));
            else
                tallies.AddUnknownSet(row);
        }
        catch (JsonException)
        {
            tallies.AddUnreadable(row);
        }

        return false;
    }

    /// <summary>Finds the roles that nobody asked about a message, because the set of then could never let them know. Once for each message.</summary>
    /// <param name="row">A decision about it.</param>
    public void AddMessage(DecisionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (candidate is null || row.BuiltIn != BuiltInLayer.Version || kept(row.Policy) is not { } then || FactsOf(row) is not { } facts)
            return;
        foreach (var (role, decision) in NewlyAsked.Of(facts, then, candidate(facts.At)))
            tallies.AddReached(row, role, decision.MayKnow);
    }

    public ReplayReport Report() => tallies.Report();

    private SharingPolicy? PolicyFor(DecisionRow row, DateTimeOffset at) => candidate is null ? kept(row.Policy) : candidate(at);

    private bool Compare(DecisionRow row, string role, SharingDecision decision)
    {
        var isSame = DecisionTable.Write(decision) == row.Outcome;
        if (isSame)
            tallies.Same++;
        else
            tallies.AddDifferent(row, role, DecisionTable.Read<SharingDecision>(row.Outcome), decision);
        return !isSame;
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
}
