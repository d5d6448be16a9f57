using InfoShare.Contracts.Codes;

namespace InfoShare.Routing.Replaying;

/// <summary>What came of deciding again.</summary>
/// <param name="Decisions">Looked at: the sum of those below.</param>
/// <param name="Same">Came out as recorded, to the letter.</param>
/// <param name="NotRepeatable">Made with other built-in rules than those of this release.</param>
/// <param name="Erased">Their facts are erased.</param>
/// <param name="Unreadable">Their record cannot be read.</param>
/// <param name="UnknownSets">By version: made with a set that the store does not have, or that this release cannot read.</param>
/// <param name="Differences">By role, then by part; one decision can be in several.</param>
/// <param name="Reached">Roles that a candidate would have asked and nobody asked then. No part of the counts above: nothing was decided about them.</param>
public sealed record ReplayReport(
    long Decisions, long Same, long Different, long NotRepeatable, long Erased, Tally Unreadable, IReadOnlyDictionary<string, long> UnknownSets,
    IReadOnlyList<Difference> Differences, IReadOnlyList<Reach> Reached)
{
    /// <summary>Everything that could be decided again came out as recorded, and nothing is missing that should be there.</summary>
    public bool AllTheSame => Different == 0 && Unreadable.Count == 0 && UnknownSets.Count == 0;
}

/// <summary>What changed for recipients of one role.</summary>
/// <param name="Part">Null: whether they know of it at all.</param>
public sealed record Difference(string Role, PartName? Part, Change Change, Tally Decisions);

/// <summary>A role that would have been asked, where the child's area has such a post and the child the age for it.</summary>
/// <param name="Told">Messages that it would have been told of, by their ids.</param>
/// <param name="WithoutAgreement">Messages that it would have been told of if somebody with a say had agreed: the sender would have heard that nobody has.</param>
public sealed record Reach(string Role, Tally Told, Tally WithoutAgreement);

/// <summary>So many, and a few of them by their id: a delivery's, unless something else is said.</summary>
public sealed record Tally(long Count, IReadOnlyList<string> Examples);
