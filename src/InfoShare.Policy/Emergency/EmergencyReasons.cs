namespace InfoShare.Policy;

/// <summary>Why somebody may ask for emergency access, by permanent code. What else there is to say is in the text.</summary>
public static class EmergencyReasons
{
    /// <summary>Each with its meaning.</summary>
    public static IReadOnlyDictionary<string, string> Known { get; } = new Dictionary<string, string>
    {
        ["immediate-danger"] = "the child, or somebody with it, is in danger now",
        ["medical-emergency"] = "the child is being treated, and what is known may decide how",
        ["child-missing"] = "nobody knows where the child is",
        ["court-or-police-need"] = "a court, or the police, need it now to protect the child",
        ["cannot-reach-usual-contact"] = "who would ordinarily tell it cannot be reached, and it cannot wait",
    };
}
