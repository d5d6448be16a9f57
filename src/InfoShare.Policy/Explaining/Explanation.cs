using InfoShare.Contracts.Codes;

namespace InfoShare.Policy.Explaining;

/// <summary>Why one decision came out as it did, and what would have changed it. What an audience may not know is null or empty.</summary>
/// <param name="PolicySet">The set that decided.</param>
/// <param name="Version">Its version.</param>
/// <param name="Recipient"><c>organisation#role</c>.</param>
/// <param name="Facts">All that the decision rests on.</param>
/// <param name="Whole">Whether the recipient may know of the message at all.</param>
/// <param name="Parts">Whether it may read each part, in the order of the message.</param>
/// <param name="Alerts">Rules that failed to answer; a person must look.</param>
public sealed record Explanation(
    string? PolicySet,
    string? Version,
    string? Recipient,
    SharingFacts? Facts,
    Answer Whole,
    IReadOnlyList<Answer> Parts,
    IReadOnlyList<string> Alerts);

/// <summary>The answer to one question, explained.</summary>
/// <param name="Part">May they read this part? Null: may they know of the message?</param>
/// <param name="Effect">Of the message as such: released or withheld.</param>
/// <param name="Code">When not released: the coarse code for the sender.</param>
/// <param name="Because">What decided.</param>
/// <param name="Basis">When released: the lawful bases, each with its source.</param>
/// <param name="Obligations">When released: what the recipient must do or not do, each with its meaning.</param>
/// <param name="NearMisses">When withheld for want of a permit: the rules that came nearest, the nearest first.</param>
/// <param name="Changes">When withheld: what would release it, the nearest first. Each is enough.</param>
/// <param name="NothingLifts">Why no change of the facts would release it.</param>
public sealed record Answer(
    PartName? Part,
    PartEffect Effect,
    string? Code,
    IReadOnlyList<Reason> Because,
    IReadOnlyList<Coded> Basis,
    IReadOnlyList<Coded> Obligations,
    IReadOnlyList<NearMiss> NearMisses,
    IReadOnlyList<NearestChange> Changes,
    string? NothingLifts)
{
    /// <summary>Whether it goes, whole or masked.</summary>
    public bool Goes => Effect is PartEffect.Release or PartEffect.Mask;
}

/// <summary>A rule that decided, or one of the reasons that are built in.</summary>
/// <param name="Words">In plain words.</param>
/// <param name="Place">Of a rule: <c>grounds.cedar:14</c>.</param>
public sealed record Reason(string Id, string? Words, string? Place);

/// <summary>A permanent code with its meaning.</summary>
public sealed record Coded(string Code, string? Meaning);

/// <summary>A permit that does not hold.</summary>
/// <param name="Place">Where it is written: <c>grounds.cedar:14</c>.</param>
/// <param name="Unmet">What in it does not hold, in its order.</param>
public sealed record NearMiss(string Rule, string? Place, IReadOnlyList<Unmet> Unmet);

/// <summary>A part of a rule that does not hold.</summary>
/// <param name="Needed">What would have to be so, in plain words.</param>
/// <param name="Cedar">The part itself.</param>
public sealed record Unmet(string Needed, string Cedar);

/// <summary>The fewest changes with which one rule would release it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Changes">All are needed.</param>
/// <param name="Tried">The decision was made again with these changes, and released it. Otherwise it can only be said of the rule.</param>
public sealed record NearestChange(string? Rule, IReadOnlyList<Change> Changes, bool Tried);

/// <summary>One thing that would have to be otherwise.</summary>
/// <param name="Words">In plain words; it completes "released if".</param>
/// <param name="Options">Of a level or a role: those of which one is needed.</param>
public sealed record Change(ChangeKind Kind, string Words, IReadOnlyList<string> Options);

/// <summary>What would have to be otherwise, by how easily it could be: a person tells the nearest of equal ones by it.</summary>
public enum ChangeKind
{
    /// <summary>An agreement of the family.</summary>
    Agreement = 1,

    /// <summary>The level of need.</summary>
    Level,

    /// <summary>Another role would receive.</summary>
    Role,

    /// <summary>Something else about the recipient.</summary>
    Recipient,

    /// <summary>Something else that the message says.</summary>
    Message,

    /// <summary>Something that this program has no words for.</summary>
    Other,

    /// <summary>Emergency access. The last resort, however few changes it takes.</summary>
    Emergency,
}
