using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Tests.Syntax;

public sealed class PolicyJsonTests
{
    [Fact]
    public void Every_kind_of_expression_and_scope_is_read_and_written()
    {
        const string Text = """
            @id("a")
            @note("")
            permit (principal is User in Team::"t", action in [Action::"a", Action::"b"], resource in ?resource)
            when { context has a.b && principal has "c d" && principal["c d"] != 1 && !(-context.n >= 2 * 3 - 1 || [1, principal].isEmpty()) }
            unless { (if context.x like "a*\*" then resource is Note in Album::"x" else { k: ip("::1") }.k.isLoopback()) && principal.hasTag("t") && principal.getTag("t").containsAny([true]) };
            """;

        var json = PolicyJson.Write(PolicyText.Parse(Text).Value![0]);

        Assert.Equal(Text, PolicyPrinter.Print(PolicyJson.Read(json, "a").Value!));
        Assert.Contains("""[ "a", "b" ]""".Replace(" ", "", StringComparison.Ordinal), string.Concat(json.Where(c => !char.IsWhiteSpace(c))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_has_policies_templates_and_links()
    {
        const string Json = """
            {
              "staticPolicies": { "p": { "effect": "forbid", "principal": { "op": "All" }, "action": { "op": "==", "entity": { "type": "Action", "id": "a" } }, "resource": { "op": "is", "entity_type": "Note" }, "conditions": [] } },
              "templates": { "t": { "effect": "permit", "principal": { "op": "==", "slot": "?principal" }, "action": { "op": "All" }, "resource": { "op": "All" }, "conditions": [], "annotations": { "note": null } } },
              "templateLinks": [ { "templateId": "t", "newId": "l", "values": { "?principal": { "type": "User", "id": "u" } } } ]
            }
            """;

        var set = PolicyJson.ReadSet(Json).Value!;

        Assert.Equal("forbid (principal, action == Action::\"a\", resource is Note);", PolicyPrinter.Print(set.Policies[0]));
        Assert.Equal("@note(\"\")\npermit (principal == ?principal, action, resource);", PolicyPrinter.Print(set.Policies[1]));
        Assert.Equal(new TemplateLink("t", "l", new("User", "u"), null), Assert.Single(set.Links));
        Assert.Equal(PolicyJson.WriteSet(set), PolicyJson.WriteSet(PolicyJson.ReadSet(PolicyJson.WriteSet(set)).Value!));
    }

    [Fact]
    public void A_path_that_text_cannot_say_becomes_what_it_means() =>
        Assert.Equal("context has \"a b\" && context[\"a b\"] has c", PolicyPrinter.Print(Body("""{"has": {"left": {"Var": "context"}, "attr": ["a b", "c"]}}""").Value!));

    [Fact]
    public void A_value_may_be_a_set_a_record_or_an_extension_value() =>
        Assert.Equal(
            "[1, { a: User::\"u\" }, decimal(\"1.5\")]",
            PolicyPrinter.Print(Body("""{"Value": [1, {"a": {"__entity": {"type": "User", "id": "u"}}}, {"__extn": {"fn": "decimal", "arg": "1.5"}}]}""").Value!));

    [Theory]
    [InlineData("""{}""", "at `/conditions/0/body`: an expression is an object with one field")]
    [InlineData("""{"Var": "other"}""", "at `/conditions/0/body/Var`: there is no variable `other`")]
    [InlineData("""{"Slot": "?principal"}""", "at `/conditions/0/body/Slot`: a slot can stand only in the scope")]
    [InlineData("""{"?": {}}""", "at `/conditions/0/body/?`: there is no expression `?`")]
    [InlineData("""{"!": {"arg": {"Value": true}, "left": 1}}""", "at `/conditions/0/body/!`: the field `left` has no meaning here")]
    [InlineData("""{"==": {"left": {"Value": true}}}""", "at `/conditions/0/body/==`: expected the field `right`")]
    [InlineData("""{"like": {"left": {"Value": "a"}, "pattern": ["Star"]}}""", "at `/conditions/0/body/like/pattern/0`: expected an object, found a string")]
    [InlineData("""{"is": {"left": {"Var": "principal"}, "entity_type": "if"}}""", "at `/conditions/0/body/is`: `if` is no type of entities")]
    [InlineData("""{"isIpv4": []}""", "at `/conditions/0/body/isIpv4`: the method `isIpv4` needs a receiver")]
    [InlineData("""{"Value": null}""", "at `/conditions/0/body/Value`: null is no value of Cedar")]
    [InlineData("""{"has": {"left": {"Var": "context"}, "attr": []}}""", "at `/conditions/0/body/has/attr`: expected at least one attribute")]
    public void A_wrong_expression_is_refused_with_its_place(string body, string error) =>
        Assert.Equal(error, Assert.Single(Body(body).Errors).Message);

    [Theory]
    [InlineData("""{"op": "=="}""", "at `/principal`: expected the field `entity`")]
    [InlineData("""{"op": "==", "slot": "?resource"}""", "at `/principal/slot`: this slot cannot stand here")]
    [InlineData("""{"op": "in", "entities": []}""", "at `/principal`: the field `entities` has no meaning here")]
    [InlineData("""{"op": "<"}""", "at `/principal`: `<` has no meaning here")]
    [InlineData("""{"op": "is", "entity_type": "User", "in": {"slot": "?principal", "entity": {"type": "A", "id": ""}}}""", "at `/principal/in/slot`: this slot cannot stand here")]
    public void A_wrong_scope_is_refused_with_its_place(string principal, string error) =>
        Assert.Equal(error, Assert.Single(PolicyJson.Read(Policy(principal, """{"Value": true}"""), "p").Errors).Message);

    private static Parsed<Expr> Body(string body)
    {
        var policy = PolicyJson.Read(Policy("""{"op": "All"}""", body), "p");
        return new(policy.Value?.Conditions[0].Body, policy.Errors);
    }

    private static string Policy(string principal, string body) =>
        $$$"""{"effect": "permit", "principal": {{{principal}}}, "action": {"op": "All"}, "resource": {"op": "All"}, "conditions": [{"kind": "when", "body": {{{body}}}}]}""";
}
