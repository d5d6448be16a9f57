using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Tests.Evaluation;

namespace InfoShare.Policy.Tests.Authorization;

public sealed class AuthorizerTests
{
    private const string Permit = "permit (principal, action, resource)";
    private const string Forbid = "forbid (principal, action, resource)";

    [Fact]
    public void Nothing_is_allowed_that_no_policy_permits() => Assert.Equal((Decision.Deny, "", ""), Decide(""));

    [Fact]
    public void A_permit_allows_and_is_the_reason() => Assert.Equal((Decision.Allow, "policy0,policy2", ""), Decide($"{Permit}; {Permit} when {{ false }}; {Permit};"));

    [Fact]
    public void A_forbid_outweighs_every_permit_and_is_the_only_reason() => Assert.Equal((Decision.Deny, "policy1", ""), Decide($"{Permit}; {Forbid}; {Permit};"));

    [Fact]
    public void A_permit_that_errs_does_not_allow() => Assert.Equal((Decision.Deny, "", "policy0"), Decide($"{Permit} when {{ context.none }};"));

    [Fact]
    public void A_forbid_that_errs_is_skipped_as_Cedar_says() => Assert.Equal((Decision.Allow, "policy1", "policy0"), Decide($"{Forbid} when {{ context.none }}; {Permit};"));

    [Fact]
    public void Errors_behind_a_condition_that_does_not_hold_are_never_met() =>
        Assert.Equal((Decision.Deny, "", ""), Decide($"{Permit} when {{ false }} when {{ context.none }}; {Permit} unless {{ true }} unless {{ context.none }}; forbid (principal == User::\"x\", action, resource) when {{ context.none }};"));

    [Fact]
    public void Unless_asks_for_a_boolean_too() => Assert.Equal((Decision.Deny, "", "policy0"), Decide($"{Permit} unless {{ 1 }};"));

    [Fact]
    public void An_error_says_what_is_wrong()
    {
        var response = Authorizer.Decide(Set($"{Permit} when {{ principal.manager.level > 1 }};"), Evaluating.Request, Evaluating.World);

        Assert.Equal(new PolicyError("policy0", "the entity `User::\"gone\"` does not exist"), Assert.Single(response.Errors));
    }

    /// <summary>Every set of none to four policies that permit or forbid and are satisfied, not satisfied or wrong.</summary>
    [Fact]
    public void Every_small_set_is_decided_as_Cedar_defines()
    {
        foreach (var set in Enumerable.Range(0, 5).SelectMany(SetsOf))
        {
            string[] satisfied = [.. Ids(Permit, "true")], forbidding = [.. Ids(Forbid, "true")];
            var expected = (
                forbidding.Length == 0 && satisfied.Length > 0 ? Decision.Allow : Decision.Deny,
                string.Join(',', forbidding.Length > 0 ? forbidding : satisfied),
                string.Join(',', set.Select((kind, i) => (kind, i)).Where(p => p.kind.Body == "context.none").Select(p => $"policy{p.i}")));

            Assert.Equal(expected, Decide(string.Concat(set.Select(kind => $"{kind.Effect} when {{ {kind.Body} }};"))));

            IEnumerable<string> Ids(string effect, string body) => set.Select((kind, i) => (kind, i)).Where(p => p.kind == (effect, body)).Select(p => $"policy{p.i}");
        }
    }

    private static IEnumerable<(string Effect, string Body)[]> SetsOf(int policies) => policies == 0
        ? [[]]
        : from set in SetsOf(policies - 1)
          from effect in new[] { Permit, Forbid }
          from body in new[] { "true", "false", "context.none" }
          select ((string, string)[])[.. set, (effect, body)];

    private static (Decision, string Reasons, string Errors) Decide(string policies)
    {
        var response = Authorizer.Decide(Set(policies), Evaluating.Request, Evaluating.World);
        return (response.Decision, string.Join(',', response.Reasons), string.Join(',', response.Errors.Select(error => error.PolicyId)));
    }

    private static PolicySet Set(string policies) => PolicySet.Of(PolicyText.Parse(policies).Value!).Set!;
}
