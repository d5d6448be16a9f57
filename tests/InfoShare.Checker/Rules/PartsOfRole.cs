using InfoShare.Checker.History;

namespace InfoShare.Checker.Rules;

/// <summary>Which parts a role gets. Source: docs/policy-guide.md, "Which parts a role gets", "A restricted address" and "Consent".</summary>
public static class PartsOfRole
{
    private static readonly string[] Everybody = ["incident", "childVoice", "contact"];

    /// <summary>"What rests on an agreement alone goes no further than it": those of the load cover these, and the identity.</summary>
    private static readonly string[] Agreed = ["incident", "contact"];

    private static readonly Dictionary<string, string[]> Besides = new()
    {
        [Role.SchoolLead] = ["education", "plan", "history"],
        [Role.SchoolNurse] = ["address", "household", "medical", "education", "plan", "history"],
        [Role.HealthVisitor] = ["address", "household", "medical", "plan", "history"],
        [Role.NamedNurse] = ["address", "household", "medical", "plan", "history"],
        [Role.NamedDoctor] = ["address", "household", "medical", "plan", "history"],
        [Role.Police] = ["address", "household", "intelligence", "thirdParty", "plan", "history"],
        [Role.FrontDoor] = ["address", "household", "medical", "education", "thirdParty", "plan", "history"],
        [Role.EarlyHelp] = ["address", "household", "education", "history"],
        [Role.ConferenceChair] = ["plan", "history"],
        [Role.DesignatedOfficer] = ["thirdParty"],
        [Role.NamedOfficer] = ["address", "household", "medical", "education", "intelligence", "thirdParty", "plan", "history"],
    };

    /// <summary>The parts, of those that carry text, that this post may have of this message.</summary>
    public static IReadOnlySet<string> Of(Post post, Message message)
    {
        var parts = Everybody.Concat(Besides.GetValueOrDefault(post.Role, [])).ToHashSet();
        if (post.Role == Role.FrontDoor && message.Level >= Message.SignificantHarm)
            parts.Add("intelligence");
        if (message.HiddenStreet is not null && !SeesRestrictedAddress(post))
            parts.Remove("address");
        if (Recipients.RestsOnAgreement(post, message))
            parts.IntersectWith(Agreed);
        return parts;
    }

    /// <summary>"Posts that hold the grant see-address: in the sample front doors and the authorities' named officers."</summary>
    public static bool SeesRestrictedAddress(Post post) =>
        post.Role == Role.FrontDoor || post.Role == Role.NamedOfficer && post.Organisation.StartsWith("la/", StringComparison.Ordinal);
}
