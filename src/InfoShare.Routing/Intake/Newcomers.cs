using InfoShare.ChildIndex.Deciding;
using InfoShare.Routing.Children;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>Messages of records that are new: whom they are of, by what they say of the child.</summary>
internal sealed class Newcomers
{
    private readonly Dictionary<string, Likeness> likenesses;
    private readonly Dictionary<string, List<LookedUp>> compared;

    /// <summary>Those that were begun, by what they can be found by.</summary>
    private readonly Dictionary<string, List<string>> begun = [];

    public Newcomers(ReadScope scope, IReadOnlyList<Incoming> messages)
    {
        likenesses = messages.DistinctBy(message => message.Evidence!.Record)
            .Select(message => (message.Evidence!.Record, message.Likeness)).Where(one => one.Likeness is not null)
            .ToDictionary(one => one.Record, one => one.Likeness!);
        compared = AlikeRecords.Find(scope, likenesses);
    }

    /// <summary>The children that some of them are like.</summary>
    public IEnumerable<string> ChildrenAlike => compared.Values.SelectMany(others => others).Where(other => other.Status is not LinkStatus.NoMatch).Select(other => other.Child);

    /// <summary>Whom the record is of; null where it is not new, or says too little.</summary>
    public LookupOutcome? LookedUp(string record) => likenesses.ContainsKey(record) ? Lookup.Decide(compared.GetValueOrDefault(record, [])) : null;

    /// <summary>False where one before it is of the same child: that one must be on record first. Of those that only may be, somebody is asked.</summary>
    public bool TryBegin(string? record)
    {
        if (record is null || !likenesses.TryGetValue(record, out var likeness))
            return true;
        List<LookedUp> before = [.. likeness.Keys.SelectMany(key => begun.GetValueOrDefault(key, [])).Where(other => other != record).Distinct()
            .Select(other => likeness.With(other, other, likenesses[other].Profile))];
        foreach (var key in likeness.Keys)
            (begun.TryGetValue(key, out var holders) ? holders : begun[key] = []).Add(record);
        if (before.Exists(other => other.Status is LinkStatus.Match))
            return false;
        if (!compared.TryGetValue(record, out var others))
            compared[record] = others = [];
        others.AddRange(before.Where(other => other.Status is LinkStatus.PotentialMatch));
        return true;
    }
}
