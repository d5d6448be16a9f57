namespace InfoShare.ChildIndex.Deciding;

/// <summary>What a comparison of two records comes to. Source of the names: the DfE's SUI Matcher.</summary>
public enum LinkStatus
{
    /// <summary>Two people.</summary>
    NoMatch = 1,

    /// <summary>Perhaps one person: somebody must look.</summary>
    PotentialMatch,

    /// <summary>One person.</summary>
    Match,
}
