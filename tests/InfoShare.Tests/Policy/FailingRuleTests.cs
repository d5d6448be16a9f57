using InfoShare.Contracts.Codes;
using InfoShare.Policy;
using static InfoShare.Tests.Policy.SharingPolicyTests;

namespace InfoShare.Tests.Policy;

/// <summary>What holds when rules fail to answer.</summary>
public sealed class FailingRuleTests
{
    [Fact]
    public void A_prohibition_that_fails_withholds_and_alerts()
    {
        var policy = TestPolicies.Of(TestPolicies.FailingForbid, TestPolicies.PermitAll).All[0];

        var decision = policy.Decide(new(LevelFour, At(Roles.NamedNurse), [], Noon));

        Assert.False(decision.MayKnow);
        Assert.Equal(["rule-failed:broken"], decision.Alerts);
    }

    [Fact]
    public void A_ground_that_fails_never_grants()
    {
        var policy = TestPolicies.Of(TestPolicies.FailingPermit).All[0];

        Assert.False(policy.Decide(new(LevelFour, At(Roles.NamedNurse), [], Noon)).MayKnow);
    }

    [Fact]
    public void The_front_door_hears_of_significant_harm_even_when_every_rule_is_broken()
    {
        var policy = TestPolicies.Of(TestPolicies.FailingForbid, TestPolicies.FailingPermit).All[0];

        var decision = policy.Decide(new(LevelFour, At(Roles.FrontDoor), [], Noon));

        Assert.Equal(["builtin-front-door"], decision.Because);
        Assert.Equal([PartName.Identity, PartName.Incident, PartName.Contact], decision.Released.Order());
        Assert.NotEmpty(decision.Basis);
    }

    [Fact]
    public void Even_the_built_in_front_door_gets_no_restricted_address()
    {
        var policy = TestPolicies.Of(TestPolicies.FailingPermit).All[0];
        var telling = LevelFour with { AddressRestricted = true, PartsNamingAddress = [PartName.Incident] };

        var decision = policy.Decide(new(telling, At(Roles.FrontDoor), [], Noon));

        Assert.DoesNotContain(PartName.Address, decision.Released);
        Assert.Equal([PartName.Incident], decision.With(PartEffect.Mask));
    }
}
