using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Authorization;

public sealed class PolicyIndexTests
{
    private static readonly string[] Actions =
        ["action", "action == Action::\"a\"", "action in Action::\"top\"", "action in [Action::\"a\", Action::\"top\", Action::\"a\"]", "action in []"];

    /// <summary>What is asked first is looked up where it is an attribute's value; where there is no value, all that ask for it err.</summary>
    private static readonly string[] Conditions =
        ["", "when { context.kind == \"a\" }", "when { \"b\" == context.kind && context.none }", "when { context.none == 1 }", "unless { context.kind == \"a\" }", "when { principal.level == 3 } when { context.kind == \"a\" }"];

    private static readonly EntityStore World = EntityStore.Of(
        new Entity(new("Action", "a"), new EntityUid("Action", "top")),
        new Entity(new("User", "u"), Record("level", new CedarLong(3)), [new("Team", "t")], CedarRecord.Empty),
        new Entity(new("Team", "t"), new EntityUid("Agency", "g")),
        new Entity(new("Note", "n"), new EntityUid("Album", "x"))).Store!;

    /// <summary>All policies of every combination of scopes and conditions in one set, against each alone.</summary>
    [Fact]
    public void What_is_found_by_the_index_is_what_each_policy_says_alone()
    {
        var policies = Combinations().Select((scope, i) => PolicyText.Parse($"permit {scope};", (_, _) => $"{i}").Value![0]).ToList();
        var together = PolicySet.Of(policies).Set!;
        var alone = policies.ConvertAll(policy => PolicySet.Of([policy]).Set!);

        foreach (var request in Requests())
        {
            var expected = alone.ConvertAll(set => Authorizer.Decide(set, request, World));
            var found = Authorizer.Decide(together, request, World);

            Assert.NotEmpty(found.Reasons);
            Assert.Equal(expected.SelectMany(response => response.Reasons), found.Reasons);
            Assert.Equal(expected.SelectMany(response => response.Errors), found.Errors);
        }
    }

    private static IEnumerable<string> Combinations() =>
        from principal in Parts("principal", "User", "u", "Agency::\"g\"")
        from action in Actions
        from resource in Parts("resource", "Note", "n", "Album::\"x\"")
        from condition in Conditions
        select $"({principal}, {action}, {resource}) {condition}";

    private static string[] Parts(string variable, string type, string id, string above) =>
        [variable, $"{variable} == {type}::\"{id}\"", $"{variable} in {type}::\"{id}\"", $"{variable} in {above}", $"{variable} is {type}", $"{variable} is {type} in {above}", $"{variable} is Other in {above}"];

    private static IEnumerable<Request> Requests() =>
        from principal in new EntityUid[] { new("User", "u"), new("User", "unknown"), new("Agency", "g"), new("Other", "u") }
        from action in new EntityUid[] { new("Action", "a"), new("Action", "top"), new("Action", "unknown") }
        from resource in new EntityUid[] { new("Note", "n"), new("Album", "x"), new("Note", "unknown") }
        select new Request(principal, action, resource, Record("kind", new CedarString(action.Id == "top" ? "b" : "a")));

    private static CedarRecord Record(string name, CedarValue value) => new([KeyValuePair.Create(name, value)]);
}
