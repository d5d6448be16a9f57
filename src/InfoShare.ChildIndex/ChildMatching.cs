using InfoShare.ChildIndex.Deciding;

namespace InfoShare.ChildIndex;

/// <summary>What a message offers to recognise the child by. All values are keyed hashes: they hold no number, name or date.</summary>
/// <param name="Record">The sender's own record of the child.</param>
/// <param name="NhsNumber">A number whose check digit holds.</param>
/// <param name="Upn">A number whose check letter holds.</param>
/// <param name="LaChildId">The id in the authority's case system, within that authority.</param>
/// <param name="Birth">Date of birth.</param>
public sealed record Evidence(string Record, string? NhsNumber, string? Upn, string? LaChildId, string? Birth)
{
    /// <summary>NHS numbers that the issuer has replaced by the one now.</summary>
    public IReadOnlyList<string> FormerNhsNumbers { get; init; } = [];
}

/// <summary>A child that the index knows, found by one of the keys.</summary>
public sealed record KnownChild(string Token, string? NhsNumber, string? Birth)
{
    /// <summary>NHS numbers that the issuer has replaced by the one now.</summary>
    public IReadOnlyList<string> FormerNhsNumbers { get; init; } = [];
}

/// <summary>Which child a message is about.</summary>
/// <param name="Token">The known child's token; null: a new one.</param>
/// <param name="Because">Which evidence decided, as codes.</param>
public sealed record ChildMatch(string? Token, MatchStatus Status, IReadOnlyList<string> Because);

/// <summary>How sure the match is.</summary>
public enum MatchStatus
{
    /// <summary>Not seen before.</summary>
    New = 1,

    /// <summary>Known, without contradiction.</summary>
    Known,

    /// <summary>The evidence contradicts itself: the concern goes on under a token of its own until a person has looked.</summary>
    Provisional,
}

/// <summary>Recognises a child by exact evidence, and else by its details. Two different NHS numbers never merge; a wrong number never stops a concern.</summary>
public static class ChildMatching
{
    /// <summary>Decides from what was found.</summary>
    /// <param name="byRecord">The child that the sender's record is taken to be about; null: the record is new.</param>
    /// <param name="byKeys">The children that records with the same number are taken to be about, each with the number's name.</param>
    public static ChildMatch Match(Evidence evidence, KnownChild? byRecord, IReadOnlyList<(string Key, KnownChild Child)> byKeys)
    {
        List<(string Key, KnownChild Child)> found = [.. byKeys];
        if (byRecord is not null)
            found.Insert(0, ("sender-key", byRecord));
        if (found.Count == 0)
            return new(null, MatchStatus.New, ["nothing-known"]);

        string[] because = [.. found.Select(one => one.Key).Distinct()];
        if (found.DistinctBy(one => one.Child.Token).Count() > 1)
            return Contradiction(byRecord, [.. because, "keys-disagree"]);

        var child = found[0].Child;
        if (NhsNumbersDiffer(evidence, child))
            return Contradiction(byRecord, [.. because, "nhs-numbers-differ"]);
        if (byRecord is null && Differ(evidence.Birth, child.Birth))
            return Contradiction(byRecord, [.. because, "birth-dates-differ"]);
        return new(child.Token, MatchStatus.Known, because);
    }

    /// <summary>Decides for a record that no number leads to a known child.</summary>
    /// <param name="lookedUp">Whom it is like.</param>
    /// <param name="child">The child that it is taken to be about; null: none for certain.</param>
    public static ChildMatch ByDetails(Evidence evidence, LookupOutcome lookedUp, KnownChild? child)
    {
        if (child is null)
            return new(null, MatchStatus.New, [lookedUp.Status switch { LookupStatus.ManyMatch => "details-of-several", LookupStatus.PotentialMatch => "details-alike", _ => "nothing-known" }]);
        return NhsNumbersDiffer(evidence, child) ? Contradiction(null, ["details", "nhs-numbers-differ"]) : new(child.Token, MatchStatus.Known, ["details"]);
    }

    /// <summary>The sender's own record stays with the child it always meant; otherwise a new child.</summary>
    private static ChildMatch Contradiction(KnownChild? byRecord, string[] because) =>
        new(byRecord?.Token, MatchStatus.Provisional, because);

    /// <summary>Two numbers that the issuer has not said to be of one person.</summary>
    private static bool NhsNumbersDiffer(Evidence evidence, KnownChild child) =>
        Differ(evidence.NhsNumber, child.NhsNumber)
        && !evidence.FormerNhsNumbers.Contains(child.NhsNumber!) && !child.FormerNhsNumbers.Contains(evidence.NhsNumber!);

    private static bool Differ(string? one, string? other) => one is not null && other is not null && one != other;
}
