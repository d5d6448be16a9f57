using InfoShare.Policy;
using InfoShare.Policy.Explaining;

namespace InfoShare.Tests.Policy;

/// <summary>Rules in plain words.</summary>
public sealed class RuleWordsTests
{
    private static readonly SharingPolicy Release = SharingPolicies.OfThisRelease.All[0];

    [Fact]
    public void No_rule_of_this_release_is_told_in_Cedar() => Assert.All(SharingPolicies.OfThisRelease.All.SelectMany(policy => policy.Rules.Select(rule => RuleWords.Of(policy, rule))), words =>
        Assert.All(words.When.Concat(words.Unless), line => Assert.DoesNotContain('`', line)));

    [Fact]
    public void A_ground_is_told_clause_by_clause()
    {
        var words = Of("early-help-with-agreement");

        Assert.True(words.Knows);
        Assert.Equal(
            [
                "there is an agreement to share that covers this kind of agency", "it is about a concern", "it carries no risk of significant harm", "a level of need is given",
                "the level of need is below the level from which a child is in need",
                "the recipient is the designated safeguarding lead, the early help coordinator, the health visitor or the school nurse",
            ],
            words.When);
        Assert.Equal(["the last answer about the service is refused or withdrawn"], words.Unless);
    }

    [Fact]
    public void A_rule_about_a_part_names_the_part_and_the_role() =>
        Assert.Equal(["the recipient is the children's services front door", "the part is the intelligence", "it is a concern with a risk of significant harm"], Of("intelligence-at-significant-harm").When);

    [Fact]
    public void A_rule_may_be_about_both()
    {
        var words = Of("analysts-aggregates-only");

        Assert.Equal((true, true), (words.Knows, words.Reads));
        Assert.Equal(["the recipient is the board analyst"], words.When);
    }

    private static RuleWords Of(string id) => RuleWords.Of(Release, Release.Rules.Single(rule => rule.Id == id));
}
