using InfoShare.Contracts.Codes;
using InfoShare.Policy.Sets;

namespace InfoShare.Policy.Explaining;

/// <summary>Explains one decision from its facts and its policy alone. Pure: the same give the same explanation for ever.</summary>
public static class Explainer
{
    /// <summary>All that there is to say, for governance; <see cref="AudienceCut"/> makes it what others may know.</summary>
    public static Explanation Explain(this SharingPolicy policy, SharingFacts facts)
    {
        var decision = policy.Decide(facts);
        var answers = new List<Answer>();
        foreach (var part in facts.Message.Parts)
            answers.Add(decision.MayKnow ? OfPart(policy, facts, decision, part) : OfHidden(policy, decision, part));
        return new(policy.Name, policy.Version, facts.Recipient.Name, facts, Whole(policy, facts, decision), Dependent(answers), decision.Alerts);
    }

    private static Answer Whole(SharingPolicy policy, SharingFacts facts, SharingDecision decision)
    {
        if (decision.MayKnow)
            return Going(null, PartEffect.Release, Reasons(policy, decision, decision.Because), decision.Basis, decision.Obligations);
        var question = new Question(policy, facts, null);
        return Withheld(question, decision, PartEffect.Withhold, decision.Code, decision.Because);
    }

    private static Answer OfPart(SharingPolicy policy, SharingFacts facts, SharingDecision decision, PartName part)
    {
        var decided = decision.Parts.Single(one => one.Part == part);
        return decided.Effect is PartEffect.Release or PartEffect.Mask
            ? Going(part, decided.Effect, Reasons(policy, decision, decided.Because), decided.Basis, [.. decided.Because.SelectMany(id => RuleOf(policy, id)?.Obligations ?? []).Distinct()])
            : Withheld(new(policy, facts, part), decision, decided.Effect, decided.Code, decided.Because);
    }

    /// <summary>A part of what the recipient may not know of: there is no more to say of it than of the whole.</summary>
    private static Answer OfHidden(SharingPolicy policy, SharingDecision decision, PartName part) =>
        new(part, PartEffect.Withhold, decision.Code, Reasons(policy, decision, decision.Because), [], [], [], [], null);

    private static Answer Going(PartName? part, PartEffect effect, IReadOnlyList<Reason> because, IReadOnlyList<string> basis, IReadOnlyList<string> obligations) => new(
        part, effect, null, because,
        [.. basis.Select(code => new Coded(code, LawfulBasis.Sources.GetValueOrDefault(code)))],
        [.. obligations.Select(code => new Coded(code, Obligations.Known.GetValueOrDefault(code)))],
        [], [], null);

    private static Answer Withheld(Question question, SharingDecision decision, PartEffect effect, string? code, IReadOnlyList<string> because)
    {
        var verdict = question.Verdict();
        var nothingLifts = because.Select(BuiltInReasons.NothingLifts).FirstOrDefault(words => words is not null)
            ?? (verdict.Forbids.Any(rule => verdict.Broken.Contains(rule.Id)) ? "nothing lifts this until the rule that fails is put right" : null);
        return new(
            question.Part, effect, code, Reasons(question.Policy, decision, because), [], [],
            verdict is { Permits: [], Forbids: [] } && nothingLifts is null ? NearMisses.For(question) : [],
            nothingLifts is not null ? [] : because.Contains(SharingPolicy.PartNotAgreedTo) ? NearestChanges.BesideAgreement(question) : NearestChanges.For(question),
            nothingLifts);
    }

    /// <summary>What waits for the identity goes with whatever releases that.</summary>
    private static IReadOnlyList<Answer> Dependent(IReadOnlyList<Answer> answers) =>
        answers.FirstOrDefault(answer => answer.Part is PartName.Identity) is not { Goes: false } identity ? answers
        : [.. answers.Select(answer => answer.Because.Any(reason => reason.Id == "needs-identity")
            ? answer with { Changes = [.. identity.Changes.Select(OfIdentity)], NothingLifts = identity.NothingLifts }
            : answer)];

    /// <summary>Told beside another part, "this part" would be that one.</summary>
    private static NearestChange OfIdentity(NearestChange change) =>
        change with { Changes = [.. change.Changes.Select(one => one with { Words = one.Words.Replace("this part", "the identity", StringComparison.Ordinal) })] };

    private static IReadOnlyList<Reason> Reasons(SharingPolicy policy, SharingDecision decision, IReadOnlyList<string> ids) => [.. ids.Select(id =>
        RuleOf(policy, id) is not { } rule ? new Reason(id, BuiltInReasons.Words.GetValueOrDefault(id), null)
        : decision.Alerts.Contains($"rule-failed:{id}") ? new(id, "this rule fails, and a prohibition that fails withholds", rule.Place())
        : new(id, rule.Because, rule.Place()))];

    private static SharingRule? RuleOf(SharingPolicy policy, string id) => policy.Rules.FirstOrDefault(rule => rule.Id == id);
}
