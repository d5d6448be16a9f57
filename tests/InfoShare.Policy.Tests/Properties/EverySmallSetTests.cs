using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;
using InfoShare.Policy.Tests.Reference;

namespace InfoShare.Policy.Tests.Properties;

/// <summary>
/// Every set of at most four policies, in every order, of which each permits or forbids and is true, false or in error: within
/// these bounds nothing is left untried.
/// </summary>
public sealed class EverySmallSetTests
{
    private const int Most = 4;

    private static readonly Request Request = new(
        new("User", "a"), new("Action", "read"), new("User", "b"), new([new("yes", CedarBool.True), new("no", CedarBool.False)]));

    private static readonly IReadOnlyList<(Effect Effect, bool? Truth)> Kinds =
        [.. from effect in Enum.GetValues<Effect>() from truth in new bool?[] { true, false, null } select (effect, truth)];

    [Theory]
    [InlineData("(principal, action, resource) when { true }", "(principal, action, resource) when { false }", "(principal, action, resource) when { 1 < true }")]
    [InlineData("(principal, action, resource) unless { context.no }", "(principal, action, resource) unless { context.yes }", "(principal, action, resource) unless { context.unknown }")]
    [InlineData("(principal is User, action, resource)", "(principal == User::\"b\", action, resource)", "(principal, action == Action::\"read\", resource) when { resource.unknown }")]
    public void Engine_and_reference_decide_as_the_counts_of_true_policies_say(string whenTrue, string whenFalse, string inError)
    {
        foreach (var kinds in Sequences(Most))
        {
            var text = kinds.Select(kind => $"{(kind.Effect == Effect.Permit ? "permit" : "forbid")} {kind.Truth switch { true => whenTrue, false => whenFalse, null => inError }};");
            var policies = PolicyText.Parse(string.Join('\n', text)).Value!;

            var expected = Expected(kinds);

            Assert.Equal(expected, ReferenceAuthorizer.Decide(policies, Request, []));
            Assert.Equal(expected, Engine.Decide(policies, Request, []));
        }
    }

    [Fact]
    public void There_are_1555_of_them() => Assert.Equal(1 + 6 + 36 + 216 + 1_296, Sequences(Most).Count());

    private static IEnumerable<IReadOnlyList<(Effect Effect, bool? Truth)>> Sequences(int most) => most == 0
        ? [[]]
        : [[], .. Sequences(most - 1).SelectMany(rest => Kinds.Select(kind => (IReadOnlyList<(Effect, bool?)>)[kind, .. rest]))];

    private static Answer Expected(IReadOnlyList<(Effect Effect, bool? Truth)> kinds)
    {
        IEnumerable<string> Ids(Func<(Effect Effect, bool? Truth), bool> such) => kinds.Index().Where(kind => such(kind.Item)).Select(kind => $"policy{kind.Index}");
        var forbids = Ids(kind => kind is (Effect.Forbid, true));
        var permits = Ids(kind => kind is (Effect.Permit, true));
        var allowed = permits.Any() && !forbids.Any();
        return new(allowed ? Decision.Allow : Decision.Deny, allowed ? permits : forbids, Ids(kind => kind.Truth is null));
    }
}
