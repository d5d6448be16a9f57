namespace InfoShare.Policy;

/// <summary>What may be asked for as emergency access, and who may review it. Source: docs/policy-guide.md. Pure.</summary>
public static class EmergencyRules
{
    /// <summary>Hours, when none are asked for.</summary>
    public const int UsualHours = 4;

    /// <summary>Longer than a day is no emergency.</summary>
    public const int MostHours = 24;

    private const int MostText = 4_000;
    private const int MostName = 100;

    /// <summary>What stands in the way of asking; null: nothing does.</summary>
    public static string? ProblemOfStart(string reason, string text, string by, int hours)
    {
        if (!EmergencyReasons.Known.ContainsKey(reason))
            return $"the reason must be one of {string.Join(", ", EmergencyReasons.Known.Keys)}";
        if (string.IsNullOrWhiteSpace(text) || text.Length > MostText)
            return $"the text must say why, in {MostText} characters at the most";
        return hours is >= 1 and <= MostHours ? ProblemOfName(by) : $"the hours must be 1 to {MostHours}";
    }

    /// <summary>What is wrong with who says it; null: nothing is.</summary>
    public static string? ProblemOfName(string by) =>
        by.Length <= MostName && NameOf(by).Length > 0 ? null : $"who says it must be a post or an operator, in {MostName} characters at the most";

    /// <summary>What stands in the way of a review; null: nothing does.</summary>
    /// <param name="askedBy">Who asked, by the token of their name.</param>
    /// <param name="by">Who would review, likewise.</param>
    public static string? ProblemOfReview(string askedBy, string by) =>
        askedBy == by ? "somebody else than who asked must review it" : null;

    /// <summary>A name as it is compared: case, spaces, accents and punctuation make nobody somebody else.</summary>
    public static string NameOf(string by) => string.Join(' ', PlainText.Words(by));
}
