using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Validation;

namespace InfoShare.Policy.Tests.Validation;

public sealed class PolicyValidatorTests
{
    private const string NoRequest = "the scope allows no request: no action of the schema that it names applies to such a principal and resource";

    [Theory]
    [InlineData("permit(principal is Team, action == Action::\"list\", resource);")]
    [InlineData("permit(principal in Agency::\"a\", action in [Action::\"read\", Action::\"list\"], resource in Folder::\"f\");")]
    [InlineData("permit(principal is Practitioner in Team::\"t\", action, resource == Message::\"m\");")]
    [InlineData("permit(principal in ?principal, action, resource == ?resource);")]
    public void A_scope_is_valid_that_allows_some_request(string policy) => Assert.True(Example.Validate(policy).IsValid);

    [Theory]
    [InlineData("permit(principal is Team, action == Action::\"read\", resource);")]
    [InlineData("permit(principal, action == Action::\"read\", resource is Folder);")]
    [InlineData("permit(principal == Role::\"duty\", action, resource);")]
    [InlineData("permit(principal in Message::\"m\", action, resource);")]
    [InlineData("permit(principal, action == Action::\"share\", resource);")]
    public void A_scope_that_allows_no_request_is_not_valid(string policy) =>
        Assert.Equal(NoRequest, Assert.Single(Example.Validate(policy).Errors).Message);

    [Theory]
    [InlineData("permit(principal == Practitoner::\"a\", action, resource);", "1:8: expected an entity type of the schema, found `Practitoner`")]
    [InlineData("permit(principal, action == Action::\"raed\", resource);", "1:19: expected an action of the schema, found `Action::\"raed\"`")]
    [InlineData("permit(principal, action, resource is Mesage in Folder::\"f\");", "1:27: expected an entity type of the schema, found `Mesage`")]
    public void A_scope_that_names_what_is_not_declared_is_not_valid(string policy, string message) =>
        Assert.Contains($"policy0:{message}", Example.Validate(policy).Errors.Select(error => error.ToString()));

    [Theory]
    [InlineData("permit(principal, action, resource) when { principal is Agency };")]
    [InlineData("permit(principal, action == Action::\"read\", resource) when { context has reason };")]
    [InlineData("permit(principal, action, resource) when { true } unless { 1 == 1 };")]
    public void A_policy_that_can_never_apply_is_valid_with_a_warning(string policy)
    {
        var result = Example.Validate(policy);

        Assert.True(result.IsValid);
        Assert.StartsWith("this policy never applies", Assert.Single(result.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_one_condition_asks_is_known_in_the_next()
    {
        Assert.True(Example.Validate("permit(principal, action == Action::\"read\", resource) when { principal has phone } when { principal.phone == \"1\" };").IsValid);
        Assert.False(Example.Validate("permit(principal, action == Action::\"read\", resource) unless { principal has phone } when { principal.phone == \"1\" };").IsValid);
    }

    [Theory]
    [InlineData("context.purpose == \"a\"", "`Practitioner` for `Action::\"list\"` on `Folder`")]
    [InlineData("principal.name == \"a\"", "`Team` for `Action::\"list\"` on `Folder`")]
    [InlineData("resource.urgent", "`Practitioner` for `Action::\"list\"` on `Folder`")]
    public void A_condition_must_be_right_in_every_kind_of_request_that_the_scope_allows(string condition, string environment) =>
        Assert.Equal(environment, Assert.Single(Example.Validate($"permit(principal, action, resource) when {{ {condition} }};").Errors).Environment?.ToString());

    [Fact]
    public void A_link_is_validated_as_the_policy_that_it_is()
    {
        var template = PolicyText.Parse("permit(principal == ?principal, action == Action::\"read\", resource);").Value![0];
        var (linked, _) = new TemplateLink(template.Id, "link", new("Team", "t"), null).Apply(template);

        Assert.Equal(NoRequest, Assert.Single(PolicyValidator.Validate(Example.Schema, [template, linked!]).Errors).Message);
    }

    [Fact]
    public void An_action_may_be_below_one_of_another_namespace()
    {
        var schema = SchemaText.Parse("entity E { may: Set<Action> }; action all; namespace N { action go in Action::\"all\" appliesTo { principal: E, resource: E }; }").Value!;
        var policies = PolicyText.Parse("permit(principal, action, resource) when { action in principal.may && principal.nothing };").Value!;

        Assert.StartsWith("`E` has no attribute", Assert.Single(PolicyValidator.Validate(schema, policies).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_valid_against_a_schema_without_actions() =>
        Assert.False(PolicyValidator.Validate(SchemaText.Parse("").Value!, PolicyText.Parse("permit(principal, action, resource);").Value!).IsValid);
}
