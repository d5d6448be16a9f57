using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Consent;
using InfoShare.Policy;
using InfoShare.Policy.Explaining;
using InfoShare.Storage.Decisions;

namespace InfoShare.Tests.Policy.Explaining;

/// <summary>What holds of the explanation of every decision.</summary>
public sealed class ExplanationProperties
{
    [Fact]
    public void It_says_what_was_decided_with_words_for_every_reason_and_a_meaning_for_every_code() => Of(facts =>
    {
        var (decision, explanation) = (Cases.Policy.Decide(facts), Cases.Policy.Explain(facts));

        return explanation.Whole.Goes == decision.MayKnow && explanation.Whole.Code == decision.Code
            && explanation.Whole.Because.Select(reason => reason.Id).SequenceEqual(decision.Because)
            && explanation.Whole.Obligations.Select(one => one.Code).SequenceEqual(decision.Obligations)
            && explanation.Parts.Select(part => part.Part!.Value).SequenceEqual(facts.Message.Parts)
            && decision.Parts.All(part => explanation.Parts.Single(one => one.Part == part.Part) is var told
                && told.Effect == part.Effect && told.Code == part.Code && told.Because.Select(reason => reason.Id).SequenceEqual(part.Because))
            && Answers(explanation).SelectMany(answer => answer.Because).All(reason => reason.Words is { Length: > 0 })
            && Answers(explanation).SelectMany(answer => answer.Basis.Concat(answer.Obligations)).All(code => code.Meaning is { Length: > 0 });
    });

    [Fact]
    public void It_follows_from_the_record_alone_and_is_always_the_same() => Of(facts =>
        Written(Cases.Policy.Explain(DecisionTable.Read<SharingFacts>(DecisionTable.Write(facts)))) == Written(Cases.Policy.Explain(facts)));

    [Fact]
    public void A_change_of_agreement_level_or_role_that_is_proposed_does_release_it() => Of(facts =>
        Answers(Cases.Policy.Explain(facts)).All(answer => answer.Changes
            .Where(change => change.Tried)
            .SelectMany(change => Applied(facts, answer.Part, change))
            .All(changed => Cases.Goes(changed, answer.Part))));

    [Fact]
    public void Where_one_agreement_level_or_role_would_do_the_nearest_change_is_a_single_one() => Of(facts =>
        AnswersOfTheKnown(Cases.Policy.Explain(facts)).Where(answer => !answer.Goes && answer.NothingLifts is null).All(answer =>
            !EverySingleChange(facts, answer.Part).Any(changed => Cases.Goes(changed, answer.Part))
            || answer.Changes is [{ Changes.Count: 1 }, ..]));

    [Fact]
    public void Nobody_is_told_to_lift_what_protects_and_is_told_that_nothing_does() => Of(facts =>
    {
        var explanation = Cases.Policy.Explain(facts);
        string[] protections = ["allegation-designated-officer-only", "handling-condition-named-only", "restricted-address", "restricted-address-held"];

        return AnswersOfTheKnown(explanation).Where(answer => !answer.Goes && answer.Because.Any(reason => protections.Contains(reason.Id)))
                .All(answer => answer is { Changes: [], NothingLifts.Length: > 0 })
            && Answers(explanation).SelectMany(answer => answer.Changes).SelectMany(change => change.Changes)
                .All(change => !change.Words.Contains("no allegation", StringComparison.Ordinal) && !change.Words.Contains("not restricted", StringComparison.Ordinal));
    });

    [Fact]
    public void What_an_audience_is_told_is_part_of_what_governance_is_told() => Of(facts =>
    {
        var explanation = Cases.Policy.Explain(facts);
        var everything = JsonNode.Parse(Written(explanation))!;
        return Enum.GetValues<Audience>().Select(explanation.For).OfType<Explanation>().All(told => IsPart(JsonNode.Parse(Written(told)), everything));
    });

    private static IEnumerable<Answer> Answers(Explanation explanation) => [explanation.Whole, .. explanation.Parts];

    /// <summary>Of the parts of what the recipient may not know of, there is nothing to say.</summary>
    private static IEnumerable<Answer> AnswersOfTheKnown(Explanation explanation) => explanation.Whole.Goes ? explanation.Parts : [explanation.Whole];

    private static IEnumerable<SharingFacts> EverySingleChange(SharingFacts facts, PartName? part) =>
    [
        part is { } named ? facts.WithAgreement(AgreementTo.Share, named) : facts.WithAgreement(AgreementTo.Share),
        .. Enumerable.Range(0, 6).Select(facts.WithLevel),
        .. Roles.All.Select(facts.WithRole),
    ];

    /// <summary>The facts with each of the options; none where the change is of another kind.</summary>
    private static IEnumerable<SharingFacts> Applied(SharingFacts facts, PartName? part, NearestChange change) =>
        change.Changes.Aggregate((IEnumerable<SharingFacts>)[facts], (all, one) => all.SelectMany(changed => one switch
        {
            { Kind: ChangeKind.Level } => one.Options.Select(level => changed.WithLevel(int.Parse(level, CultureInfo.InvariantCulture))),
            { Kind: ChangeKind.Role } => one.Options.Select(changed.WithRole),
            { Kind: ChangeKind.Agreement, Words: var words } when words.Contains("names this part", StringComparison.Ordinal) => [changed.WithAgreement(AgreementTo.Share, part!.Value)],
            { Kind: ChangeKind.Agreement, Words: var words } when words.Contains("names the identity", StringComparison.Ordinal) => [changed.WithAgreement(AgreementTo.Share, PartName.Identity)],
            { Kind: ChangeKind.Agreement, Words: var words } when words.Contains("about the service", StringComparison.Ordinal) => [changed.WithAgreement(AgreementTo.Service)],
            { Kind: ChangeKind.Agreement } => [changed.WithAgreement(AgreementTo.Share)],
            _ => (IEnumerable<SharingFacts>)[],
        }));

    /// <summary>Every name and value is in the other at the same place; of a list, each element in one of the other's.</summary>
    private static bool IsPart(JsonNode? one, JsonNode? other) => (one, other) switch
    {
        (null, _) => true,
        (JsonObject o, JsonObject whole) => o.All(field => IsPart(field.Value, whole[field.Key])),
        (JsonArray a, JsonArray whole) => a.All(element => whole.Any(candidate => IsPart(element, candidate))),
        _ => JsonNode.DeepEquals(one, other),
    };

    private static string Written(Explanation explanation) => DecisionTable.Write(explanation);

    private static void Of(Func<SharingFacts, bool> property) => Prop.ForAll(Cases.All.ToArbitrary(), property).QuickCheckThrowOnFailure();
}
