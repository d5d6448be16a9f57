using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Syntax;

public sealed class PolicyTextTests
{
    [Fact]
    public void A_policy_has_annotations_a_scope_and_conditions()
    {
        const string Text = """
            // who may read
            @id("read") @basis
            permit (
              principal is Agency::Worker in Team::"duty",
              action in [Action::"read", A::Action::"list"],
              resource == Note::"a \"b\"",
            )
            when { true }
            unless { false };
            """;

        var policy = Assert.Single(Policies(Text));

        Assert.Equal(Effect.Permit, policy.Effect);
        Assert.Equal(("read", ""), (policy.Annotated("id"), policy.Annotated("basis")));
        Assert.Null(policy.Annotated("because"));
        Assert.Equal(("Agency::Worker", new EntityUid("Team", "duty")), policy.Principal is ScopeConstraint.IsIn p ? (p.EntityType, p.Entity) : default);
        Assert.Equal([new EntityUid("Action", "read"), new EntityUid("A::Action", "list")], (policy.Action as ScopeConstraint.InAny)?.Entities);
        Assert.Equal(new EntityUid("Note", "a \"b\""), (policy.Resource as ScopeConstraint.Equal)?.Entity);
        Assert.Equal([ConditionKind.When, ConditionKind.Unless], policy.Conditions.Select(condition => condition.Kind));
        Assert.Equal(new(2, 1, Text.Length - Text.IndexOf("@id", StringComparison.Ordinal)), policy.Span);
        Assert.Equal(new(9, 10, 5), policy.Conditions[1].Body.Span);
    }

    [Fact]
    public void Policies_are_numbered_unless_somebody_names_them()
    {
        const string Two = """permit(principal, action, resource); @id("b") forbid(principal, action, resource);""";

        Assert.Equal(["policy0", "policy1"], Policies(Two).Select(policy => policy.Id));
        Assert.Equal(["0", "b"], PolicyText.Parse(Two, (policy, number) => policy.Annotated("id") ?? $"{number}").Value!.Select(policy => policy.Id));
    }

    [Fact]
    public void A_slot_makes_a_template()
    {
        var template = Assert.Single(Policies("permit (principal == ?principal, action, resource is Note in (?resource));"));

        Assert.True(template.IsTemplate);
        Assert.True(template.Principal is ScopeConstraint.Equal { Entity: null });
        Assert.True(template.Resource is ScopeConstraint.IsIn { Entity: null });
    }

    [Theory]
    [InlineData("allow (principal, action, resource);", "1:1: expected `permit` or `forbid`, found `allow`")]
    [InlineData("permit (principal, action);", "1:26: expected `,`, found `)`")]
    [InlineData("permit (action, principal, resource);", "1:9: expected `principal`, found `action`")]
    [InlineData("permit (principal, action, resource, context);", "1:38: expected `)`, found `context`")]
    [InlineData("permit (principal: User, action, resource);", "1:18: expected `==`, `in`, `is` or the next part of the scope, found `:`")]
    [InlineData("permit (principal == User, action, resource);", "1:26: expected `::`, found `,`")]
    [InlineData("permit (principal == ?resource, action, resource);", "1:22: the slot `?resource` cannot stand here")]
    [InlineData("permit (principal, action == ?action, resource);", "1:30: the slot `?action` cannot stand here")]
    [InlineData("permit (principal, action is Action, resource);", "1:27: expected `==`, `in` or the next part of the scope, found `is`")]
    [InlineData("permit (principal, action == User::\"a\", resource);", "1:20: `User::\"a\"` is no action: its type must be `Action`")]
    [InlineData("permit (principal in [User::\"a\"], action, resource);", "1:22: expected a name, found `[`")]
    [InlineData("permit (principal, action, resource)", "1:37: expected `when`, `unless` or `;`, found end of text")]
    [InlineData("permit (principal, action, resource) when {};", "1:44: expected an expression, found `}`")]
    [InlineData("permit (principal, action, resource) if { true };", "1:38: expected `when`, `unless` or `;`, found `if`")]
    [InlineData("@a @a permit (principal, action, resource);", "1:5: the annotation `@a` is there twice")]
    [InlineData("@a(1) permit (principal, action, resource);", "1:4: expected a string, found `1`")]
    [InlineData("permit (principal is in, action, resource);", "1:22: `in` is reserved and cannot be a name")]
    [InlineData("permit (principal == __cedar::User::\"a\", action, resource);", "1:22: `__cedar` is reserved and cannot be a name")]
    [InlineData("permit (principal, action, resource)\n  when { \"a };", "2:10: this string has no closing quote")]
    [InlineData("permit (principal, action, resource) when { 1 # 2 };", "1:47: `#` has no meaning here")]
    public void A_wrong_policy_says_where_and_why(string text, string error) =>
        Assert.Equal(error, Assert.Single(PolicyText.Parse(text).Errors).ToString());

    [Fact]
    public void One_wrong_policy_does_not_hide_the_next()
    {
        var parsed = PolicyText.Parse("""
            permit (principal, action);
            permit (principal, action, resource) when { one() || "\q" == ?principal };
            forbid (principal, action, resource);
            permit (principal, action, resource) when { 1 = 2 };
            """);

        Assert.Null(parsed.Value);
        Assert.Equal(["1:26", "2:45", "2:54", "2:62", "4:47"], parsed.Errors.Select(error => $"{error.Line}:{error.Column}"));
    }

    private static IReadOnlyList<CedarPolicy> Policies(string text)
    {
        var parsed = PolicyText.Parse(text);
        Assert.True(parsed.IsValid, string.Join("; ", parsed.Errors));
        return parsed.Value;
    }
}
