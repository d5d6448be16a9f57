using FsCheck;
using FsCheck.Fluent;
using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Tests.Properties.Generators;

namespace InfoShare.Policy.Tests.Properties;

/// <summary>
/// The twelve theorems that are proved of Cedar's formal model, tried on the engine. Whether a policy is satisfied is asked of
/// the engine too, of the policy alone.
/// </summary>
/// <remarks>cedar-spec, <c>Cedar/Thm/Authorization.lean</c>. Tried on many cases, not proved.</remarks>
public sealed class AuthorizerTheoremTests
{
    [Fact]
    public void A_satisfied_forbid_outweighs_every_permit() =>
        Always(t => !t.AnySatisfied(Effect.Forbid) || t.Response.Decision == Decision.Deny);

    [Fact]
    public void What_is_allowed_is_permitted_by_a_policy() =>
        Always(t => t.Response.Decision != Decision.Allow || t.AnySatisfied(Effect.Permit));

    [Fact]
    public void What_no_policy_permits_is_denied() =>
        Always(t => t.AnySatisfied(Effect.Permit) || t.Response.Decision == Decision.Deny);

    [Fact]
    public void Allowed_is_exactly_what_is_permitted_and_not_forbidden() =>
        Always(t => t.Response.Decision == Decision.Allow == (t.AnySatisfied(Effect.Permit) && !t.AnySatisfied(Effect.Forbid)));

    [Fact]
    public void Denied_is_exactly_what_is_forbidden_or_not_permitted() =>
        Always(t => t.Response.Decision == Decision.Deny == (t.AnySatisfied(Effect.Forbid) || !t.AnySatisfied(Effect.Permit)));

    [Fact]
    public void Neither_the_order_of_the_policies_counts_nor_whether_one_is_there_twice() =>
        Always(t =>
        {
            var reversed = t.Decide([.. t.Policies.Reverse()]);
            var twice = t.Decide([.. t.Policies, .. t.Policies.Select(policy => policy with { Id = $"{policy.Id} again" })]);
            return SameIds(reversed.Reasons, t.Response.Reasons) && SameIds(Erring(reversed), Erring(t.Response)) && reversed.Decision == t.Response.Decision
                && twice.Decision == t.Response.Decision && SameIds(twice.Reasons, Twice(t.Response.Reasons)) && SameIds(Erring(twice), Twice(Erring(t.Response)));
        });

    [Fact]
    public void Another_permit_leaves_allowed_what_was_allowed() =>
        Always(t => t.Response.Decision != Decision.Allow || t.With(Effect.Permit).Decision == Decision.Allow);

    [Fact]
    public void Another_forbid_leaves_denied_what_was_denied() =>
        Always(t => t.Response.Decision != Decision.Deny || t.With(Effect.Forbid).Decision == Decision.Deny);

    [Fact]
    public void What_determined_the_decision_is_exactly_the_satisfied_policies_of_its_effect() =>
        Always(t => SameIds(t.Response.Reasons, t.Satisfied(t.Response.Decision == Decision.Allow ? Effect.Permit : Effect.Forbid)));

    [Fact]
    public void Another_policy_that_leaves_the_decision_leaves_what_determined_it() =>
        Always(t => t.More.Decision != t.Response.Decision || !t.Response.Reasons.Except(t.More.Reasons).Any());

    [Fact]
    public void Another_policy_leaves_erring_what_erred() =>
        Always(t => !Erring(t.Response).Except(Erring(t.More)).Any());

    [Fact]
    public void No_policy_that_errs_determines_anything() =>
        Always(t => !t.Response.Reasons.Intersect(Erring(t.Response)).Any());

    private static void Always(Func<Trial, bool> holds) =>
        Prop.ForAll(Cases.All, Policies.One.ToArbitrary(), (c, another) => holds(new Trial(c, another with { Id = "another" }))).Check(Runs.Few);

    private static bool SameIds(IEnumerable<string> some, IEnumerable<string> others) => some.Order(StringComparer.Ordinal).SequenceEqual(others.Order(StringComparer.Ordinal));

    private static IEnumerable<string> Erring(Response response) => response.Errors.Select(error => error.PolicyId);

    private static IEnumerable<string> Twice(IEnumerable<string> ids) => ids.SelectMany(id => new[] { id, $"{id} again" });

    /// <summary>A case, and one more policy.</summary>
    private sealed class Trial(Case c, CedarPolicy another)
    {
        public IReadOnlyList<CedarPolicy> Policies => c.Policies;

        public Response Response { get; } = Authorizer.Decide(Engine.SetOf(c.Policies), c.Request, Engine.StoreOf(c.Entities));

        /// <summary>With the other policy as well.</summary>
        public Response More => With(another.Effect);

        public Response With(Effect effect) => Decide([.. c.Policies, another with { Effect = effect }]);

        public bool AnySatisfied(Effect effect) => Satisfied(effect).Any();

        /// <summary>A policy alone is its decision's reason exactly when it is satisfied.</summary>
        public IEnumerable<string> Satisfied(Effect effect) => c.Policies.Where(policy => policy.Effect == effect).SelectMany(policy => Decide([policy]).Reasons);

        public Response Decide(IReadOnlyList<CedarPolicy> policies) => Authorizer.Decide(Engine.SetOf(policies), c.Request, Engine.StoreOf(c.Entities));
    }
}
