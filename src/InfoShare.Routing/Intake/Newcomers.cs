using InfoShare.ChildIndex.Deciding;
using InfoShare.ChildIndex.Normalising;
using InfoShare.Routing.Children;
using InfoShare.Storage.Children;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>Messages of records that are new: whom they are of, by what they say of the child.</summary>
internal sealed class Newcomers
{
    /// <summary>A key that more records hold tells too little; the others find whoever matters.</summary>
    private const int MostHolders = 200;

    /// <summary>Records compared with a new one: those that have the most keys in common with it.</summary>
    private const int MostCompared = 20;

    private readonly Dictionary<string, Likeness> likenesses;
    private readonly Dictionary<string, List<LookedUp>> compared = [];
    private readonly List<string> begun = [];

    public Newcomers(ReadScope scope, IReadOnlyList<Incoming> messages, KeyedHash hash)
    {
        likenesses = messages.DistinctBy(message => message.Evidence!.Record)
            .Select(message => (message.Evidence!.Record, Likeness: Likeness.Of(message.Told, hash))).Where(one => one.Likeness is not null)
            .ToDictionary(one => one.Record, one => one.Likeness!);
        if (likenesses.Count == 0)
            return;
        var holders = scope.RareHoldersOf(Likeness.Kind, [.. likenesses.Values.SelectMany(likeness => likeness.Keys).Distinct()], MostHolders).Rows.ToLookup(row => row.Value, row => row.Record);
        var alike = likenesses.ToDictionary(one => one.Key, one => one.Value.Keys.SelectMany(key => holders[key])
            .CountBy(record => record).OrderByDescending(record => record.Value).ThenBy(record => record.Key, StringComparer.Ordinal).Take(MostCompared).Select(record => record.Key).ToList());
        var known = scope.RecordsAmong([.. alike.Values.SelectMany(records => records).Distinct()]).Rows
            .Select(row => (Row: row, Details: scope.DetailsOf(row))).Where(one => one.Details is not null)
            .ToDictionary(one => one.Row.Record, one => (one.Row.ChildToken, Profile: Profile.Of(ToldPerson.Read(one.Details!).ToDetails())));
        foreach (var (record, others) in alike)
            compared[record] = [.. others.Where(known.ContainsKey).Select(other => likenesses[record].With(other, known[other].ChildToken, known[other].Profile))];
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
        List<LookedUp> before = [.. begun.Where(other => other != record).Select(other => likeness.With(other, other, likenesses[other].Profile))];
        begun.Add(record);
        if (before.Exists(other => other.Status is LinkStatus.Match))
            return false;
        if (!compared.TryGetValue(record, out var others))
            compared[record] = others = [];
        others.AddRange(before.Where(other => other.Status is LinkStatus.PotentialMatch));
        return true;
    }
}
