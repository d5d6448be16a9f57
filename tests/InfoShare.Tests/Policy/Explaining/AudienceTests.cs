using InfoShare.Contracts.Codes;
using InfoShare.Policy;
using InfoShare.Policy.Explaining;
using InfoShare.Storage.Decisions;
using static InfoShare.Tests.Policy.SharingPolicyTests;

namespace InfoShare.Tests.Policy.Explaining;

/// <summary>What each audience is told, and what it is not.</summary>
public sealed class AudienceTests
{
    private static readonly MessageFacts Restricted = LevelFour with { LevelOfNeed = 3, AddressRestricted = true, PartsNamingAddress = [PartName.Incident] };

    private static readonly Dictionary<string, Explanation> Explanations = new()
    {
        ["early help, no agreement"] = Explain(LevelFour with { LevelOfNeed = 2 }, At(Roles.EarlyHelpCoordinator)),
        ["police, child in need"] = Explain(LevelFour with { LevelOfNeed = 3 }, At(Roles.PoliceSafeguardingOfficer, AgencyKind.Police)),
        ["allegation"] = Explain(LevelFour with { AllegationAgainstStaff = true }, At(Roles.FrontDoor)),
        ["nurse, restricted address"] = Explain(Restricted, At(Roles.SchoolNurse, AgencyKind.Health)),
        ["school, significant harm"] = Explain(LevelFour, At(Roles.DesignatedSafeguardingLead, AgencyKind.Education)),
    };

    /// <summary>Parts with effect and code; then the words of what they can do themselves.</summary>
    public static TheoryData<string, string[], string[]> Senders => new()
    {
        { "early help, no agreement", ["withhold no-agreement"], ["there is an agreement to share that covers this kind of agency"] },
        { "police, child in need", ["withhold not-needed-for-role"], ["the level of need is 4 or more"] },
        { "allegation", ["withhold restricted"], [] },
        { "nurse, restricted address", ["release", "address withhold restricted", "incident hold held-for-review", "intelligence withhold not-needed-for-role", "thirdParty withhold not-needed-for-role"], [] },
    };

    [Theory]
    [MemberData(nameof(Senders))]
    public void The_sender_is_told_what_was_withheld_in_coarse_codes_and_what_is_theirs_to_do(string decision, string[] answers, string[] changes)
    {
        var told = Explanations[decision].For(Audience.Sender)!;

        Assert.Equal(answers, Answers(told).Select(Said));
        Assert.Equal(changes, told.Whole.Changes.SelectMany(change => change.Changes).Select(change => change.Words));
    }

    [Theory]
    [InlineData("early help, no agreement")]
    [InlineData("police, child in need")]
    [InlineData("nurse, restricted address")]
    [InlineData("school, significant harm")]
    public void The_sender_learns_nothing_of_who_else_knows_the_child(string decision)
    {
        var told = DecisionTable.Write(Explanations[decision].For(Audience.Sender));

        Assert.All(
            [.. Roles.All, .. Cases.Policy.Rules.Select(rule => rule.Id), "E06000063", "grounds.cedar", "sha256:"],
            word => Assert.DoesNotContain(word, told, StringComparison.Ordinal));
    }

    public static TheoryData<string, string[]> Recipients => new()
    {
        { "nurse, restricted address", ["release", "identity release", "address withhold restricted", "incident hold held-for-review", "childVoice release", "household release", "medical release", "education release", "contact release", "plan release", "history release"] },
        { "school, significant harm", ["release", "identity release", "incident release", "childVoice release", "education release", "contact release", "plan release", "history release"] },
    };

    [Theory]
    [MemberData(nameof(Recipients))]
    public void The_recipient_is_told_what_it_got_and_why_and_not_that_there_are_other_parts(string decision, string[] answers)
    {
        var told = Explanations[decision].For(Audience.Recipient)!;

        Assert.Equal(answers, Answers(told).Select(Said));
        Assert.All(Answers(told), answer => Assert.Equal(answer.Goes, answer.Because.Any(reason => reason is { Words.Length: > 0, Place: null })));
        Assert.All(Answers(told), answer => Assert.True(answer is { Changes: [], NearMisses: [], NothingLifts: null }));
        Assert.All(Answers(told), answer => Assert.Equal(answer.Goes, answer.Basis.Count > 0));
    }

    [Theory]
    [InlineData("early help, no agreement")]
    [InlineData("allegation")]
    public void A_recipient_that_may_not_know_is_told_nothing_at_all(string decision) => Assert.Null(Explanations[decision].For(Audience.Recipient));

    [Theory]
    [InlineData("early help, no agreement", "early-help-with-agreement")]
    [InlineData("allegation", "allegation-designated-officer-only")]
    [InlineData("nurse, restricted address", "child-in-need")]
    public void The_operator_is_told_ids_and_codes_and_nothing_of_the_case(string decision, string id)
    {
        var told = Explanations[decision].For(Audience.Operator)!;
        var written = DecisionTable.Write(told);

        Assert.Contains(id, written, StringComparison.Ordinal);
        Assert.Equal(Explanations[decision].Version, told.Version);
        Assert.Null(told.Facts);
        Assert.DoesNotMatch("\"[a-z]+ [a-z ,]+\"", written);
    }

    [Fact]
    public void Governance_is_told_everything() => Assert.All(Explanations.Values, explanation => Assert.Same(explanation, explanation.For(Audience.Governance)));

    private static IEnumerable<Answer> Answers(Explanation told) => [told.Whole, .. told.Parts];

    private static string Said(Answer answer) => string.Join(' ', ((string?[])
    [
        answer.Part is { } part ? DecisionTable.Write(part).Trim('"') : null,
        DecisionTable.Write(answer.Effect).Trim('"'),
        answer.Code,
    ]).OfType<string>());

    private static Explanation Explain(MessageFacts message, RecipientFacts recipient) => Cases.Policy.Explain(new(message, recipient, [], Noon));
}
