using InfoShare.Contracts.Codes;
using InfoShare.Policy.Deciding;
using InfoShare.Policy.Sets;

namespace InfoShare.Policy;

/// <summary>Decides what one recipient may have of one message, and says why. Pure: the same facts give the same decision for ever.</summary>
public sealed class SharingPolicy
{
    /// <summary>Why a part is kept back that rests on an agreement alone, which does not cover it.</summary>
    internal const string PartNotAgreedTo = "part-not-agreed-to";

    private const string WithoutAgreement = "no-agreement-to-share";

    private readonly SharingRules rules;

    /// <summary>Of one message many recipients are asked about, one after another.</summary>
    private volatile CedarMessage? last;

    /// <summary>A policy of these rules. What is built in (front door, protected address, officers in place of others) is not among them and always holds.</summary>
    internal SharingPolicy(string name, string version, IReadOnlyList<PolicyFile> files, SharingRules rules) =>
        (Name, Version, Files, this.rules) = (name, version, files, rules);

    /// <summary>What <c>sets.json</c> calls it.</summary>
    public string Name { get; }

    /// <summary>The SHA-256 of all that it says. Recorded with each decision, so that it can be repeated.</summary>
    public string Version { get; }

    /// <summary>All that it says, in the order in which it was read.</summary>
    public IReadOnlyList<PolicyFile> Files { get; }

    /// <summary>Every rule, in the order of the files.</summary>
    public IReadOnlyList<SharingRule> Rules => rules.All;

    /// <summary>The set that these <see cref="Files"/> were; null where this release can no longer read them.</summary>
    public static SharingPolicy? Again(string name, IReadOnlyList<PolicyFile> files) => Check(name, files).Policy;

    /// <summary>The set that these files are, in their order; or everything that is wrong with them.</summary>
    public static (SharingPolicy? Policy, IReadOnlyList<PolicyProblem> Problems) Check(string name, IReadOnlyList<PolicyFile> files) => PolicySetReader.Again(name, files);

    /// <summary>The rules in the form in which they decide; for explanations.</summary>
    internal SharingRules Compiled => rules;

    /// <summary>First whether the recipient may know of the message at all, then each part.</summary>
    public SharingDecision Decide(SharingFacts facts) => Decide(facts, facts.Message.Parts);

    /// <summary>Whether a post of this role could ever know of the message: as things are, or if everybody agreed to sharing.</summary>
    public bool CouldKnow(SharingFacts facts) => Decide(facts, parts: []) is { MayKnow: true } or { Because: [WithoutAgreement] };

    /// <summary>The facts as the rules ask for them.</summary>
    internal CedarFacts ForCedar(SharingFacts facts)
    {
        var message = last;
        if (message is null || !ReferenceEquals(message.Facts, facts.Message))
            last = message = new(facts.Message, rules.Partnerships);
        return new(facts, message);
    }

    private SharingDecision Decide(SharingFacts facts, IReadOnlyList<PartName> parts)
    {
        var cedar = ForCedar(facts);
        var know = Verdict.Of(rules, cedar, cedar.ToKnow());
        List<string> alerts = [.. know.Broken.Select(Failed), .. know.UnknownObligations.Select(obligation => $"obligation-unknown:{obligation}")];
        string[] prohibitions = [.. AbsoluteRules.Of(facts).Union(know.Forbids.Select(rule => rule.Id))];
        var allowed = know.Allows && prohibitions.Length == 0;

        if (!allowed && FrontDoorAlways(facts))
            return ByFrontDoorRule(facts, parts, alerts);
        if (prohibitions.Length > 0)
            return new(false, know.Forbids.Count > 0 ? know.Forbids[0].Code : WithheldCodes.Restricted, prohibitions, [], [], [], alerts);
        if (allowed)
            return Granted(know, cedar, facts, parts, alerts);
        return know.Permits.Count > 0 ? Nothing("obligation-unknown", WithheldCodes.NotNeededForRole, parts, alerts) : NoGround(facts, parts, alerts);
    }

    private SharingDecision Granted(Verdict know, CedarFacts cedar, SharingFacts facts, IReadOnlyList<PartName> parts, List<string> alerts)
    {
        var decisions = new List<PartDecision>();
        var obligations = know.Obligations.ToList();
        // What rests on an agreement alone goes no further than the agreement.
        var onAgreementAlone = know.Permits.All(rule => rule.Basis.Contains(LawfulBasis.Agreement));
        foreach (var part in parts)
        {
            var read = Verdict.Of(rules, cedar, cedar.ToRead(part));
            alerts.AddRange(read.Broken.Select(Failed));
            alerts.AddRange(read.UnknownObligations.Select(obligation => $"obligation-unknown:{obligation}"));
            var decided = onAgreementAlone && !facts.AgreementsFor(part).Any()
                ? new(part, PartEffect.Withhold, [PartNotAgreedTo], WithheldCodes.NoAgreement, [])
                : PartRules.Decide(part, read, facts);
            decisions.Add(decided);
            if (decided.Effect is PartEffect.Release or PartEffect.Mask)
                obligations.AddRange(read.Obligations);
        }

        return new(
            true, null, [.. know.Permits.Select(rule => rule.Id)], [.. know.Permits.SelectMany(rule => rule.Basis).Distinct()], [.. obligations.Distinct()],
            PartRules.NeedingIdentity(decisions), [.. alerts.Distinct()]);
    }

    /// <summary>
    /// A concern with a risk of significant harm always reaches a front door, whatever became of the rules. Only coded facts
    /// that name another officer in its place stop it.
    /// </summary>
    private static bool FrontDoorAlways(SharingFacts facts) =>
        facts.Recipient.Role == Roles.FrontDoor && facts.Message.RiskOfSignificantHarm && AbsoluteRules.Of(facts).Count == 0;

    private static SharingDecision ByFrontDoorRule(SharingFacts facts, IReadOnlyList<PartName> parts, List<string> alerts) => new(
        true, null, ["builtin-front-door"], LawfulBasis.SignificantHarm, [],
        PartRules.NeedingIdentity([.. parts.Select(part => PartRules.ForFrontDoor(part, facts))]), alerts);

    private SharingDecision NoGround(SharingFacts facts, IReadOnlyList<PartName> parts, List<string> alerts)
    {
        var cedar = ForCedar(facts with { Consents = [ConsentFact.ToAll] });
        return Verdict.Of(rules, cedar, cedar.ToKnow()).Allows
            ? Nothing(WithoutAgreement, WithheldCodes.NoAgreement, parts, alerts)
            : Nothing("no-ground-to-share", WithheldCodes.NotNeededForRole, parts, alerts);
    }

    private static SharingDecision Nothing(string because, string code, IReadOnlyList<PartName> parts, List<string> alerts) =>
        new(false, code, [because], [], [], [.. parts.Select(part => new PartDecision(part, PartEffect.Withhold, [because], code, []))], alerts);

    private static string Failed(string rule) => $"rule-failed:{rule}";
}
