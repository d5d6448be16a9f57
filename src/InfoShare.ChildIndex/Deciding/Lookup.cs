namespace InfoShare.ChildIndex.Deciding;

/// <summary>What looking up one person among those that are known comes to.</summary>
/// <param name="Child">Whom they are; null: nobody known for certain.</param>
/// <param name="Alike">The known records that may be of them, the likeliest first.</param>
public sealed record LookupOutcome(LookupStatus Status, string? Child, IReadOnlyList<LookedUp> Alike)
{
    /// <summary>Questions that one new record raises at most: the likeliest are asked.</summary>
    public const int MostToReview = 5;

    /// <summary>What somebody must compare with it once it is taken to be about a child.</summary>
    public IEnumerable<LookedUp> ToReview(string child) => Alike.Where(one => one.Child != child).Take(MostToReview);
}

/// <summary>A known record that was compared.</summary>
/// <param name="Child">Whom it is taken to be about.</param>
public sealed record LookedUp(string Record, string Child, double Probability, LinkStatus Status);

/// <summary>Source of the names: the DfE's SUI Matcher.</summary>
public enum LookupStatus
{
    /// <summary>Nobody is like them.</summary>
    NoMatch = 1,

    /// <summary>Somebody may be them: a person must look.</summary>
    PotentialMatch,

    /// <summary>Several are as like them as can be: a person must look.</summary>
    ManyMatch,

    /// <summary>They are known.</summary>
    Match,
}

/// <summary>Decides whom a person is among those that are known. Pure.</summary>
public static class Lookup
{
    public static LookupOutcome Decide(IReadOnlyList<LookedUp> compared)
    {
        ArgumentNullException.ThrowIfNull(compared);
        List<string> sure = [.. compared.Where(one => one.Status is LinkStatus.Match).Select(one => one.Child).Distinct()];
        List<LookedUp> alike = [.. compared.Where(one => one.Status is not LinkStatus.NoMatch).OrderByDescending(one => one.Probability).ThenBy(one => one.Record, StringComparer.Ordinal)];
        return new(
            sure.Count switch { 1 => LookupStatus.Match, > 1 => LookupStatus.ManyMatch, _ => alike.Count > 0 ? LookupStatus.PotentialMatch : LookupStatus.NoMatch },
            sure.Count == 1 ? sure[0] : null, alike);
    }
}
