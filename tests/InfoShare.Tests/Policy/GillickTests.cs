using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Consent;
using InfoShare.Policy;
using static InfoShare.Tests.Policy.SharingPolicyTests;

namespace InfoShare.Tests.Policy;

/// <summary>When a child's own answer is one to rely on.</summary>
public sealed class GillickTests
{
    [Theory]
    [InlineData(ConsentGivenBy.Child, 15, false, Competence.NotAssessed)]
    [InlineData(ConsentGivenBy.Child, 15, true, Competence.Assessed)]
    [InlineData(ConsentGivenBy.Child, 16, false, Competence.Presumed)]
    [InlineData(ConsentGivenBy.Child, 17, false, Competence.Presumed)]
    [InlineData(ConsentGivenBy.Child, null, false, Competence.NotAssessed)]
    [InlineData(ConsentGivenBy.Child, null, true, Competence.Assessed)]
    [InlineData(ConsentGivenBy.Parent, 4, false, Competence.NotInQuestion)]
    [InlineData(ConsentGivenBy.Other, null, false, Competence.NotInQuestion)]
    public void A_child_under_16_needs_an_assessment_for_this_decision(ConsentGivenBy by, int? age, bool assessed, Competence competence) =>
        Assert.Equal(competence, Gillick.Of(by, age, assessed));

    [Fact]
    public void An_answer_that_cannot_be_relied_on_is_no_agreement_to_anything()
    {
        var given = new ConsentFact(AgreementTo.Share, ConsentAnswer.Given, [], [PartName.Medical], Noon.AddDays(-1), null, null, ConsentGivenBy.Child, Competence.NotAssessed);

        Assert.False(given.AllowsSharing(AgencyKind.Health, PartName.Medical, Noon));
        Assert.False((given with { AgreementTo = AgreementTo.Service }).IsAgreementAt(Noon));
        Assert.True((given with { Competence = Competence.Assessed }).AllowsSharing(AgencyKind.Health, PartName.Medical, Noon));
    }
}
