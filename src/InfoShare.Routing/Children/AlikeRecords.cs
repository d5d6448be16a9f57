using InfoShare.ChildIndex.Deciding;
using InfoShare.ChildIndex.Normalising;
using InfoShare.Storage.Children;
using InfoShare.Vault;

namespace InfoShare.Routing.Children;

/// <summary>Finds the records in the store that new ones are like.</summary>
internal static class AlikeRecords
{
    /// <summary>A key that more records hold tells too little; the others find whoever matters.</summary>
    private const int MostHolders = 200;

    /// <summary>Records compared with a new one: those that have the most keys in common with it.</summary>
    private const int MostCompared = 20;

    /// <summary>Of each record those that were compared with it.</summary>
    public static Dictionary<string, List<LookedUp>> Find(ReadScope scope, IReadOnlyDictionary<string, Likeness> likenesses)
    {
        if (likenesses.Count == 0)
            return [];
        var holders = scope.RareHoldersOf(Likeness.Kind, likenesses.Values.SelectMany(likeness => likeness.Keys).Distinct(), MostHolders);
        var alike = likenesses.ToDictionary(one => one.Key, one => one.Value.Keys.SelectMany(key => holders[key])
            .CountBy(record => record).OrderByDescending(record => record.Value).ThenBy(record => record.Key, StringComparer.Ordinal).Take(MostCompared).Select(record => record.Key).ToList());
        var rows = scope.ToldBy([.. alike.Values.SelectMany(records => records).Distinct()]).Rows;
        scope.Expect(rows.Select(row => row.KeyId));
        var known = rows.Select(row => (Row: row, Details: scope.Unseal(row.KeyId, row.Body))).Where(one => one.Details is not null)
            .ToDictionary(one => one.Row.Record, one => (one.Row.ChildToken, Profile: Profile.Of(ToldPerson.Read(one.Details!).ToDetails())));
        return alike.ToDictionary(one => one.Key, one => one.Value.Where(known.ContainsKey)
            .Select(other => likenesses[one.Key].With(other, known[other].ChildToken, known[other].Profile)).ToList());
    }
}
