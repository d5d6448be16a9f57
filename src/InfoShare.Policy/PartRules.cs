using InfoShare.Contracts.Codes;

namespace InfoShare.Policy;

/// <summary>Which parts a role needs, and what stands in the way of one. Least necessary: what is not listed is withheld.</summary>
internal static class PartRules
{
    private static readonly PartName[] Health =
        [PartName.Identity, PartName.Address, PartName.Incident, PartName.ChildVoice, PartName.Household, PartName.Medical, PartName.Contact, PartName.Plan];

    private static readonly PartName[] SocialWork = [.. Health, PartName.Education];

    /// <summary>By role. Source: docs/policy-guide.md.</summary>
    internal static readonly IReadOnlyDictionary<string, PartName[]> NeededBy = new Dictionary<string, PartName[]>
    {
        [Roles.FrontDoor] = [.. SocialWork, PartName.ThirdParty],
        [Roles.AllocatedTeam] = SocialWork,
        [Roles.ConferenceChair] = [PartName.Identity, PartName.Incident, PartName.ChildVoice, PartName.Contact, PartName.Plan],
        [Roles.EarlyHelpCoordinator] =
            [PartName.Identity, PartName.Address, PartName.Incident, PartName.ChildVoice, PartName.Household, PartName.Education, PartName.Contact],
        [Roles.DesignatedOfficer] = [PartName.Identity, PartName.Incident, PartName.ChildVoice, PartName.ThirdParty, PartName.Contact],
        [Roles.NamedOfficer] = Enum.GetValues<PartName>(),
        [Roles.PoliceSafeguardingOfficer] =
        [
            PartName.Identity, PartName.Address, PartName.Incident, PartName.ChildVoice, PartName.Household,
            PartName.Intelligence, PartName.ThirdParty, PartName.Contact, PartName.Plan,
        ],
        [Roles.NamedNurse] = Health,
        [Roles.NamedDoctor] = Health,
        [Roles.NamedMidwife] = Health,
        [Roles.HealthVisitor] = Health,
        [Roles.SchoolNurse] = [.. Health, PartName.Education],
        [Roles.GpSafeguardingLead] = Health,
        [Roles.DesignatedSafeguardingLead] =
            [PartName.Identity, PartName.Incident, PartName.ChildVoice, PartName.Education, PartName.Contact, PartName.Plan],
    };

    /// <summary>The parts that the built-in front-door rule always gives.</summary>
    public static readonly PartName[] FrontDoorAlways = [PartName.Identity, PartName.Incident, PartName.Contact];

    public static PartDecision Decide(PartName part, SharingFacts facts)
    {
        if (Ground(part, facts) is not { } ground)
            return new(part, PartEffect.Withhold, ["part-not-needed-for-role"], WithheldCodes.NotNeededForRole);

        return Restrict(part, ground, facts);
    }

    /// <summary>A protected address removes the address, and whatever else would tell it.</summary>
    public static PartDecision Restrict(PartName part, string ground, SharingFacts facts)
    {
        if (!facts.Message.AddressRestricted || facts.Recipient.SeesRestrictedAddress)
            return new(part, PartEffect.Release, [ground], null);
        if (part is PartName.Address)
            return new(part, PartEffect.Withhold, ["restricted-address"], WithheldCodes.Restricted);
        if (!facts.Message.PartsNamingAddress.Contains(part))
            return new(part, PartEffect.Release, [ground], null);

        return facts.Message.RiskOfSignificantHarm
            ? new(part, PartEffect.Mask, [ground, "restricted-address-masked"], null)
            : new(part, PartEffect.Hold, ["restricted-address-held"], WithheldCodes.HeldForReview);
    }

    private static string? Ground(PartName part, SharingFacts facts)
    {
        if (NeededBy.TryGetValue(facts.Recipient.Role, out var needed) && needed.Contains(part))
            return "part-needed-for-role";
        if (part is PartName.Medical && facts.Consents.Any(c => c.Scope.Contains(PartName.Medical) && c.AllowsSharing(facts.Recipient.Kind, part, facts.At)))
            return "medical-with-agreement";
        if (part is PartName.Intelligence && facts.Recipient.Role == Roles.FrontDoor && facts.Message.RiskOfSignificantHarm)
            return "intelligence-at-significant-harm";
        return null;
    }
}
