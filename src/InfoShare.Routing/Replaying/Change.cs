using InfoShare.Contracts.Codes;
using InfoShare.Policy;

namespace InfoShare.Routing.Replaying;

/// <summary>How a decision differs from the one on record.</summary>
public enum Change
{
    /// <summary>The recipient may know now, and might not before.</summary>
    NewlyTold = 1,

    /// <summary>The recipient may not know any more.</summary>
    NoLongerTold,

    /// <summary>The part goes, whole or masked, and did not before.</summary>
    PartReleased,

    /// <summary>The part does not go any more.</summary>
    PartWithheld,

    /// <summary>As before, on another lawful basis.</summary>
    ChangedBasis,

    /// <summary>The same is told to the same: for other reasons, with other obligations, or with another code for the sender.</summary>
    Otherwise,
}

/// <summary>Finds what two decisions about the same facts differ in. Pure.</summary>
internal static class Changes
{
    /// <summary>Each with its part; null: the recipient as such.</summary>
    public static IReadOnlyList<(PartName? Part, Change Change)> Between(SharingDecision before, SharingDecision after)
    {
        List<(PartName? Part, Change Change)> found = [];
        if (before.MayKnow != after.MayKnow)
            found.Add((null, after.MayKnow ? Change.NewlyTold : Change.NoLongerTold));
        else if (!before.Basis.SequenceEqual(after.Basis))
            found.Add((null, Change.ChangedBasis));
        foreach (var part in before.Parts.Concat(after.Parts).Select(decided => decided.Part).Distinct())
        {
            if (Between(Gone(before, part), Gone(after, part)) is { } change)
                found.Add((part, change));
        }

        return found.Count > 0 ? found : [(null, Change.Otherwise)];
    }

    private static Change? Between(PartDecision? before, PartDecision? after) => (before, after) switch
    {
        (null, not null) => Change.PartReleased,
        (not null, null) => Change.PartWithheld,
        (not null, not null) when !before.Basis.SequenceEqual(after.Basis) => Change.ChangedBasis,
        _ => null,
    };

    private static PartDecision? Gone(SharingDecision decision, PartName part) =>
        decision.Parts.FirstOrDefault(decided => decided.Part == part && decided.Effect is PartEffect.Release or PartEffect.Mask);
}
