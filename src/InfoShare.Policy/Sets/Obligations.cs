namespace InfoShare.Policy.Sets;

/// <summary>What a recipient may be obliged to, by permanent code. A recipient's system cannot keep one that it does not know, so that one withholds.</summary>
public static class Obligations
{
    /// <summary>Each with its meaning.</summary>
    public static IReadOnlyDictionary<string, string> Known { get; } = new Dictionary<string, string>
    {
        ["stop-when-agreement-is-withdrawn"] = "no further use once the agreement is withdrawn; a recall follows",
        ["no-contact-with-parents-about-this"] = "the parents are not approached about it",
        ["need-to-know-only"] = "told to nobody who need not know",
        ["no-onward-sharing"] = "passed on to nobody",
        ["emergency-access-is-reviewed"] = "somebody else reviews this access within one working day",
    };
}
