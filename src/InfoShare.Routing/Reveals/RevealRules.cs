namespace InfoShare.Routing.Reveals;

/// <summary>Why somebody may read a message's content, and for how long.</summary>
public static class RevealRules
{
    /// <summary>How long a content stays open.</summary>
    public static readonly TimeSpan StaysOpen = TimeSpan.FromMinutes(15);

    private const int MostWhy = 1_000;
    private const int LeastWhy = 10;

    /// <summary>Codes, each with what it means.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["delivery-failed"] = "It could not be delivered, and the content may be why",
        ["held-for-review"] = "A part is held, and somebody must look",
        ["wrong-child-suspected"] = "It may be about another child than it was linked with",
        ["asked-by-agency"] = "An agency has asked about its own message",
        ["safeguarding-duty"] = "A child may be at risk unless somebody reads it now",
        ["practice-review"] = "A review of practice, or a court",
    };

    /// <summary>What is wrong; null: nothing is.</summary>
    public static string? ProblemOf(string? reason, string? why) => reason is null || !Reasons.ContainsKey(reason) ? "Choose a reason"
        : string.IsNullOrWhiteSpace(why) || why.Trim().Length is < LeastWhy or > MostWhy ? $"Say why in your own words, in {LeastWhy} to {MostWhy} characters" : null;
}
