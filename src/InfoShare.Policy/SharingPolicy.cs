using InfoShare.Contracts.Codes;

namespace InfoShare.Policy;

/// <summary>Decides what one recipient may have of one message, and says why. Pure: the same facts give the same decision for ever.</summary>
public sealed class SharingPolicy
{
    private readonly IReadOnlyList<Rule> prohibitions;
    private readonly IReadOnlyList<Rule> grounds;

    /// <summary>A policy of these rules. The absolute rules (front door, protected address) are not among them and always hold.</summary>
    public SharingPolicy(string version, IReadOnlyList<Rule> prohibitions, IReadOnlyList<Rule> grounds) =>
        (Version, this.prohibitions, this.grounds) = (version, prohibitions, grounds);

    /// <summary>The rules of this release.</summary>
    public static SharingPolicy BuiltIn { get; } = new("built-in-1", BuiltInRules.Prohibitions, BuiltInRules.Grounds);

    /// <summary>Recorded with each decision, so that it can be repeated.</summary>
    public string Version { get; }

    /// <summary>First whether the recipient may know of the message at all, then each part.</summary>
    public SharingDecision Decide(SharingFacts facts)
    {
        var alerts = new List<string>();
        // A prohibition that fails to answer withholds: skipping it would leak. A ground that fails never grants.
        var forbidding = Matching(prohibitions, facts, onError: true, alerts);
        var granting = Matching(grounds, facts, onError: false, alerts);
        var frontDoor = FrontDoorAlways(facts);

        if (forbidding.Count > 0 && !frontDoor)
            return Withheld(forbidding[0].Code, forbidding, alerts);
        if (granting.Count == 0 && !frontDoor)
            return NoGround(facts, alerts);

        return granting.Count > 0 && forbidding.Count == 0 ? Granted(granting, facts, alerts) : ByFrontDoorRule(facts, alerts);
    }

    private static SharingDecision Granted(List<Rule> rules, SharingFacts facts, List<string> alerts) => new(
        true, null, [.. rules.Select(r => r.Id)], [.. rules.SelectMany(r => r.Basis).Distinct()], [.. rules.SelectMany(r => r.Obligations).Distinct()],
        NeedingIdentity([.. facts.Message.Parts.Select(part => PartRules.Decide(part, facts))]), alerts);

    private static SharingDecision ByFrontDoorRule(SharingFacts facts, List<string> alerts) => new(
        true, null, ["builtin-front-door"], LawfulBasis.SignificantHarm, [],
        NeedingIdentity([.. facts.Message.Parts.Select(part => OnlyFrontDoorParts(part, facts))]), alerts);

    /// <summary>
    /// A concern with a risk of significant harm always reaches a front door, whatever became of the rules. Only coded facts
    /// that name another officer in its place stop it.
    /// </summary>
    private static bool FrontDoorAlways(SharingFacts facts) =>
        facts.Recipient.Role == Roles.FrontDoor && facts.Message.RiskOfSignificantHarm && !AbsoluteRules.Forbid(facts);

    private static PartDecision OnlyFrontDoorParts(PartName part, SharingFacts facts) =>
        PartRules.FrontDoorAlways.Contains(part)
            ? PartRules.Restrict(part, "builtin-front-door", facts)
            : new(part, PartEffect.Withhold, ["part-not-in-builtin-front-door"], WithheldCodes.NotNeededForRole);

    /// <summary>Where the identity is kept back, only the contact goes: what is said of nobody helps nobody. A child whom the sender cannot name is another matter.</summary>
    private static IReadOnlyList<PartDecision> NeedingIdentity(IReadOnlyList<PartDecision> parts)
    {
        if (!parts.Any(p => p.Part is PartName.Identity && p.Effect is not (PartEffect.Release or PartEffect.Mask)))
            return parts;
        return [.. parts.Select(p => p.Part is PartName.Contact || p.Effect is not (PartEffect.Release or PartEffect.Mask)
            ? p
            : new PartDecision(p.Part, PartEffect.Withhold, ["needs-identity"], WithheldCodes.NotNeededForRole))];
    }

    private static SharingDecision NoGround(SharingFacts facts, List<string> alerts)
    {
        var wantsAgreement = facts.Message.IsConcern && facts.Message.LevelOfNeed is <= 2;
        var (rule, code) = wantsAgreement
            ? ("no-agreement-to-share", WithheldCodes.NoAgreement)
            : ("no-ground-to-share", WithheldCodes.NotNeededForRole);
        return new(false, code, [rule], [], [], [.. facts.Message.Parts.Select(p => new PartDecision(p, PartEffect.Withhold, [rule], code))], alerts);
    }

    private static SharingDecision Withheld(string code, List<Rule> rules, List<string> alerts)
    {
        string[] because = [.. rules.Select(r => r.Id)];
        return new(false, code, because, [], [], [], alerts);
    }

    private static List<Rule> Matching(IReadOnlyList<Rule> rules, SharingFacts facts, bool onError, List<string> alerts)
    {
        var matching = new List<Rule>();
        foreach (var rule in rules)
        {
#pragma warning disable CA1031 // Whatever goes wrong in one rule is answered here and told, so that it cannot stop the others.
            try
            {
                if (rule.Applies(facts))
                    matching.Add(rule);
            }
            catch (Exception)
            {
                alerts.Add($"rule-failed:{rule.Id}");
                if (onError)
                    matching.Add(rule);
            }
#pragma warning restore CA1031
        }

        return matching;
    }
}
