namespace InfoShare.ChildIndex.Deciding;

/// <summary>What a comparison comes to. Source of the names: the DfE's SUI Matcher.</summary>
public enum LinkStatus
{
    /// <summary>Two people.</summary>
    NoMatch = 1,

    /// <summary>Perhaps one person: somebody must look.</summary>
    PotentialMatch,

    /// <summary>As far as can be told, several people match equally well: somebody must look.</summary>
    ManyMatch,

    /// <summary>One person.</summary>
    Match,
}
