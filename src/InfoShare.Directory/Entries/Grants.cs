namespace InfoShare.Directory;

/// <summary>What a post may be granted to see that others may not.</summary>
public static class Grants
{
    /// <summary>Addresses that are restricted because knowing them could endanger a child.</summary>
    public const string SeeAddress = "see-address";

    /// <summary>Every grant of this release.</summary>
    public static IReadOnlyList<string> All { get; } = [SeeAddress];
}
