using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Policy;
using InfoShare.Policy.Scenarios;
using InfoShare.Tests.Docs;
using static InfoShare.Tests.Policy.SharingPolicyTests;

namespace InfoShare.Tests.Policy;

/// <summary>Runs the tables of <c>policies/scenarios</c>, and demands that they try all of the set.</summary>
public sealed class ScenarioTests
{
    private static readonly SharingPolicy InForce = SharingPolicies.OfThisRelease.At(Noon);

    /// <summary>What no scenario can see both ways.</summary>
    private static readonly (string Rule, string Clause, string Why)[] OneWayOnly =
    [
        ("child-in-need", "resource has levelOfNeed", "an unknown level is a risk of significant harm, which the clause before excludes; the schema asks for it"),
        ("early-help-with-agreement", "resource has levelOfNeed", "the same"),
        ("child-moved-area", "resource has moveType", "every move has a kind; the schema asks for it"),
        ("temporary-accommodation-with-agreement", "resource has moveType", "the same"),
        ("plan-by-law-changed", "resource has planType", "every change of a plan says of which kind it is; the schema asks for it"),
        ("plan-by-law-changed", "resource has planChange", "the same"),
        ("analysts-aggregates-only", "action in [Action::\"know\", Action::\"read\"]", "there is no other action"),
    ];

    /// <summary>What a source may begin with. A statute or guidance that is not here is a typing error, or needs a second look.</summary>
    private static readonly string[] Works =
    [
        "Children Act 1989 s.", "Children Act 2004 s.", "Housing Act 1996 s.", "Education Act 1996 s.436A", "Victims and Prisoners Act 2024 (Operation Encompass)",
        "Care Planning Regulations 2010 (SI 2010/959) reg.13", "UK GDPR article ", "DfE, Information sharing, 2024, golden rule ",
        "Keeping children safe in education, part ", "Domestic Abuse Act 2021 s.", "Working Together to Safeguard Children 2023",
        "Cumbria LSCB, briefing on five serious case reviews", "Suffolk LSCB, response to a serious case review, ", "Sussex Child Protection and Safeguarding Procedures, ", "Police information report (3x5x2), handling code ",
    ];

    public static TheoryData<string, string> Titles => [.. Scenarios.All.Select(one => (one.File, one.Scenario.Title))];

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_scenario_is_decided_as_its_table_says(string file, string title)
    {
        var scenario = Scenarios.All.Single(one => one.File == file && one.Scenario.Title == title);

        var (outcomes, problems) = ScenarioRun.All([scenario], SharingPolicies.OfThisRelease);

        Assert.Empty(problems);
        Assert.Empty(Assert.Single(outcomes).Differences);
    }

    [Fact]
    public void Every_clause_of_the_set_in_force_is_seen_true_and_seen_false()
    {
        var coverage = ScenarioCoverage.Of(InForce, Scenarios.All.Where(one => one.Scenario.Set is null).Select(one => one.Scenario));

        Assert.Equal(OneWayOnly.Select(gap => $"{gap.Rule}: {gap.Clause}").Order(), coverage.SelectMany(rule => rule.Gaps.Select(gap => $"{rule.Rule.Id}: {gap.Text}")).Order());
        Assert.All(coverage.SelectMany(rule => rule.Gaps), gap => Assert.True(gap.SeenTrue));
        Assert.DoesNotContain(coverage, rule => rule.IsDead);
    }

    [Fact]
    public void Every_rule_of_a_candidate_that_the_set_in_force_has_not_is_tried_whole()
    {
        foreach (var policy in SharingPolicies.OfThisRelease.All.Where(policy => policy != InForce))
        {
            var coverage = ScenarioCoverage.Of(policy, Scenarios.All.Where(one => one.Scenario.Set == policy.Name).Select(one => one.Scenario));

            var own = coverage.Where(rule => InForce.Rules.All(old => old.Id != rule.Rule.Id)).ToList();
            Assert.NotEmpty(own);
            Assert.All(own, rule => Assert.Empty(rule.Gaps));
            Assert.All(own, rule => Assert.False(rule.IsDead));
        }
    }

    [Fact]
    public void Every_rule_has_a_scenario_in_which_it_decides()
    {
        var deciding = Scenarios.All.Where(one => one.Scenario.Set is null).Select(one => InForce.Decide(one.Scenario.Facts()))
            .SelectMany(d => d.Because.Concat(d.Parts.SelectMany(p => p.Because))).ToHashSet();

        Assert.All(InForce.Rules, rule => Assert.Contains(rule.Id, deciding));
    }

    [Fact]
    public void There_are_scenarios_in_plenty() => Assert.True(Scenarios.All.Count >= 120);

    [Fact]
    public void Every_role_level_category_and_answer_about_agreement_has_scenarios_of_both_outcomes()
    {
        AssertBoth(Roles.All, scenario => [scenario.Recipient.Role]);
        AssertBoth(new int?[] { null, 0, 1, 2, 3, 4, 5 }, scenario => scenario.Message.Type == "concern.raised" ? [scenario.Message.LevelOfNeed] : []);
        AssertBoth(["NEG", "PHY", "SAB", "EMO"], scenario => scenario.Message.Categories);
        AssertBoth(Enum.GetValues<ConsentAnswer>(), scenario => scenario.Consents.Select(consent => consent.Answer));
        AssertBoth(Enum.GetValues<AgreementTo>(), scenario => scenario.Consents.Select(consent => consent.AgreementTo));
        Assert.Equal(Enum.GetValues<MoveType>(), Scenarios.All.Select(one => one.Scenario.Message.MoveType).OfType<MoveType>().Distinct().Order());
    }

    [Fact]
    public void A_source_is_a_section_of_the_policy_guide_or_a_work_that_is_known()
    {
        const string Guide = "Policy guide: ";
        Assert.All(Scenarios.All.Select(one => one.Scenario.Source).Distinct(), source =>
        {
            if (source.StartsWith(Guide, StringComparison.Ordinal))
                Assert.NotEmpty(Markdown.Section("docs/policy-guide.md", source[Guide.Length..]));
            else
                Assert.Contains(Works, work => source.StartsWith(work, StringComparison.Ordinal));
        });
    }

    private static void AssertBoth<T>(IEnumerable<T> all, Func<Scenario, IEnumerable<T>> of) => Assert.All(all, value =>
    {
        var outcomes = Scenarios.All.Where(one => of(one.Scenario).Contains(value)).Select(one => one.Scenario.MayKnow).ToList();
        Assert.Contains(true, outcomes);
        Assert.Contains(false, outcomes);
    });
}
