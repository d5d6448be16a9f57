using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Reference;

/// <summary>Cedar's authorizer: every policy evaluated, one after the other.</summary>
/// <remarks>After the formal model of Cedar, cedar-spec, <c>Cedar/Spec/Authorizer.lean</c>.</remarks>
internal static class ReferenceAuthorizer
{
    /// <summary>A policy that errs is as if it were not there, whatever its effect.</summary>
    public static Answer Decide(IEnumerable<CedarPolicy> policies, Request request, IReadOnlyList<Entity> entities)
    {
        var interpreter = new ReferenceInterpreter(request, entities);
        var evaluated = policies.Select(policy => (policy.Id, policy.Effect, IsSatisfied: interpreter.IsSatisfied(policy))).ToList();
        var erring = evaluated.Where(p => p.IsSatisfied is null).Select(p => p.Id);
        var forbids = evaluated.Where(p => p is { Effect: Effect.Forbid, IsSatisfied: true }).Select(p => p.Id).ToList();
        var permits = evaluated.Where(p => p is { Effect: Effect.Permit, IsSatisfied: true }).Select(p => p.Id).ToList();
        return forbids.Count == 0 && permits.Count > 0
            ? new(Decision.Allow, permits, erring)
            : new(Decision.Deny, forbids, erring);
    }
}
