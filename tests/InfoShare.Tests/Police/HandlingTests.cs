using InfoShare.Contracts.Concerns;
using Xunit;
using static InfoShare.Tests.Police.Notices;

namespace InfoShare.Tests.Police;

/// <summary>3x5x2: whatever is not clearly permitted is not forwarded.</summary>
public sealed class HandlingTests
{
    [Theory]
    [InlineData("\"sharing\": \"P\"", HandlingCode.P, null)]
    [InlineData("\"sharing\": \"C\", \"conditions\": \"Ask first.\"", HandlingCode.C, "Ask first.")]
    [InlineData("\"sharing\": \"C\"", HandlingCode.C, null)]
    [InlineData("\"sharing\": \"C\", \"conditions\": \"  \"", HandlingCode.C, null)]
    [InlineData("\"sharing\": \"P\", \"conditions\": \"Ask first.\"", HandlingCode.C, "Ask first.")]
    [InlineData("\"conditions\": \"Ask first.\"", HandlingCode.C, "Ask first.")]
    [InlineData("\"sharing\": \"X\"", HandlingCode.C, null)]
    [InlineData("\"scheme\": \"5x5x5\", \"sharing\": \"1\"", HandlingCode.C, null)]
    public void Only_a_clear_P_permits_and_C_holds_with_or_without_its_conditions(string handling, HandlingCode code, string? conditions)
    {
        var read = Concern(Notice(rest: $$""" "handling": { {{handling}} } """)).Handling!;

        Assert.Equal((code, conditions), (read.Code, read.Conditions));
    }

    [Fact]
    public void A_notice_that_says_nothing_of_handling_may_be_shared() =>
        Assert.Null(Concern(Notice(rest: """ "handling": { "protectiveMarking": "OFFICIAL" } """)).Handling);

    [Fact]
    public void Only_well_formed_names_of_recipients_are_kept()
    {
        var concern = Concern(Notice(rest: """ "handling": { "sharing": "C", "conditions": "Ask.", "namedRecipients": ["la/E06000063#named-officer", "the sergeant"] } """));

        Assert.Equal(["la/E06000063#named-officer"], concern.Handling!.NamedRecipients);
        Assert.Contains("handling.namedRecipients", concern.Marks.Select(m => m.Field));
    }

    [Fact]
    public void A_grading_always_carries_the_name_of_its_scheme_and_another_schemes_codes_are_not_taken_for_ours()
    {
        const string Grading = "\"sourceEvaluation\": \"1\", \"informationAssessment\": \"E\"";

        var ours = Concern(Notice(rest: $$""" "handling": { {{Grading}} } """)).Parts.Intelligence!;
        var other = Concern(Notice(rest: $$""" "intelligence": "Invented.", "handling": { "scheme": "5x5x5", {{Grading}} } """)).Parts.Intelligence!;

        Assert.Equal(("3x5x2", "1", "E", null), (ours.Scheme, ours.SourceEvaluation, ours.Assessment, ours.Notes));
        Assert.Equal(("5x5x5", null, null, "Invented."), (other.Scheme, other.SourceEvaluation, other.Assessment, other.Notes));
    }
}
