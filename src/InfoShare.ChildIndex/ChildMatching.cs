namespace InfoShare.ChildIndex;

/// <summary>What a message offers to recognise the child by. All values are keyed hashes: the index holds no number, name or date.</summary>
/// <param name="SenderKey">The sender's own id of the child.</param>
/// <param name="NhsNumber">A number whose check digit holds.</param>
/// <param name="Upn">A number whose check letter holds.</param>
/// <param name="LaChildId">The id in the authority's case system, within that authority.</param>
/// <param name="Birth">Date of birth.</param>
public sealed record Evidence(string SenderKey, string? NhsNumber, string? Upn, string? LaChildId, string? Birth);

/// <summary>A child that the index knows, found by one of the keys.</summary>
public sealed record KnownChild(string Token, string? NhsNumber, string? Birth);

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

/// <summary>Recognises a child by exact evidence. Two different NHS numbers never merge; a wrong number never stops a concern.</summary>
public static class ChildMatching
{
    /// <summary>Decides from what each key found.</summary>
    public static ChildMatch Match(
        Evidence evidence, KnownChild? bySender, KnownChild? byNhsNumber, KnownChild? byUpn, KnownChild? byLaChildId)
    {
        (string Name, KnownChild? Child)[] found =
            [("sender-key", bySender), ("nhs-number", byNhsNumber), ("upn", byUpn), ("la-child-id", byLaChildId)];
        var candidates = found.Where(f => f.Child is not null).ToList();
        if (candidates.Count == 0)
            return new(null, MatchStatus.New, ["nothing-known"]);

        string[] because = [.. candidates.Select(c => c.Name)];
        var tokens = candidates.Select(c => c.Child!.Token).Distinct().ToList();
        if (tokens.Count > 1)
            return Contradiction(bySender, [.. because, "keys-disagree"]);

        var child = candidates[0].Child!;
        if (Differ(evidence.NhsNumber, child.NhsNumber))
            return Contradiction(bySender, [.. because, "nhs-numbers-differ"]);
        if (bySender is null && Differ(evidence.Birth, child.Birth))
            return Contradiction(bySender, [.. because, "birth-dates-differ"]);
        return new(child.Token, MatchStatus.Known, because);
    }

    /// <summary>The sender's own key stays with the child it always meant; otherwise a new child.</summary>
    private static ChildMatch Contradiction(KnownChild? bySender, string[] because) =>
        new(bySender?.Token, MatchStatus.Provisional, because);

    private static bool Differ(string? one, string? other) => one is not null && other is not null && one != other;
}
