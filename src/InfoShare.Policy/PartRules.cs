using InfoShare.Contracts.Codes;
using InfoShare.Policy.Deciding;

namespace InfoShare.Policy;

/// <summary>What stands in the way of one part whatever the policy set says. Least necessary: what nothing opens is withheld.</summary>
internal static class PartRules
{
    /// <summary>The parts that the built-in front-door rule always gives.</summary>
    private static readonly PartName[] FrontDoorAlways = [PartName.Identity, PartName.Incident, PartName.Contact];

    public static PartDecision Decide(PartName part, Verdict read, SharingFacts facts)
    {
        if (read.Forbids.Count > 0)
            return new(part, PartEffect.Withhold, [.. read.Forbids.Select(rule => rule.Id)], read.Forbids[0].Code, []);
        if (!read.Allows)
            return new(part, PartEffect.Withhold, [read.Permits.Count == 0 ? "part-not-needed-for-role" : "obligation-unknown"], WithheldCodes.NotNeededForRole, []);
        return Restrict(part, [.. read.Permits.Select(rule => rule.Id)], [.. read.Permits.SelectMany(rule => rule.Basis).Distinct()], facts);
    }

    public static PartDecision ForFrontDoor(PartName part, SharingFacts facts) => FrontDoorAlways.Contains(part)
        ? Restrict(part, ["builtin-front-door"], [], facts)
        : new(part, PartEffect.Withhold, ["part-not-in-builtin-front-door"], WithheldCodes.NotNeededForRole, []);

    /// <summary>Where the identity is kept back, only the contact goes: what is said of nobody helps nobody. A child whom the sender cannot name is another matter.</summary>
    public static IReadOnlyList<PartDecision> NeedingIdentity(IReadOnlyList<PartDecision> parts)
    {
        if (!parts.Any(p => p.Part is PartName.Identity && p.Effect is not (PartEffect.Release or PartEffect.Mask)))
            return parts;
        return [.. parts.Select(p => p.Part is PartName.Contact || p.Effect is not (PartEffect.Release or PartEffect.Mask)
            ? p
            : new PartDecision(p.Part, PartEffect.Withhold, ["needs-identity"], WithheldCodes.NotNeededForRole, []))];
    }

    /// <summary>A protected address removes the address, and whatever else would tell it.</summary>
    private static PartDecision Restrict(PartName part, IReadOnlyList<string> grounds, IReadOnlyList<string> basis, SharingFacts facts)
    {
        if (!facts.Message.AddressRestricted || facts.Recipient.SeesRestrictedAddress)
            return new(part, PartEffect.Release, grounds, null, basis);
        if (part is PartName.Address)
            return new(part, PartEffect.Withhold, ["restricted-address"], WithheldCodes.Restricted, []);
        if (!facts.Message.PartsNamingAddress.Contains(part))
            return new(part, PartEffect.Release, grounds, null, basis);

        return facts.Message.RiskOfSignificantHarm || facts.LookedAt?.Contains(part) == true
            ? new(part, PartEffect.Mask, [.. grounds, "restricted-address-masked"], null, basis)
            : new(part, PartEffect.Hold, ["restricted-address-held"], WithheldCodes.HeldForReview, []);
    }
}
