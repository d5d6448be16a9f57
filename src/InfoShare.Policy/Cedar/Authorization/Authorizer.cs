using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Authorization;

/// <summary>Decides requests exactly as Cedar does; a policy that errs counts as not satisfied, a forbid too.</summary>
/// <remarks>Cedar documentation, "How Cedar authorization works". Pure: the same arguments give the same response.</remarks>
public static class Authorizer
{
    public static Response Decide(PolicySet policies, Request request, EntityStore entities)
    {
        var view = new RequestView(request, entities);
        List<int> permits = [], forbids = [];
        List<(int Number, string Message)> errors = [];
        foreach (var number in policies.Index.Candidates(view))
        {
            var policy = policies.Policies[number];
            var satisfied = policy.Evaluate(view);
            if (satisfied.IsTrue)
                (policy.Policy.Effect == Effect.Permit ? permits : forbids).Add(number);
            else if (satisfied.Error is { } message)
                errors.Add((number, message));
        }

        return new(
            forbids.Count == 0 && permits.Count > 0 ? Decision.Allow : Decision.Deny,
            Ids(policies, forbids.Count > 0 ? forbids : permits),
            [.. errors.DistinctBy(error => error.Number).OrderBy(error => error.Number).Select(error => new PolicyError(policies.Policies[error.Number].Policy.Id, error.Message))]);
    }

    /// <summary>How one policy fares with a request, part by part.</summary>
    public static PolicyTrace Trace(CompiledPolicy policy, Request request, EntityStore entities) => policy.Trace(new(request, entities));

    private static IReadOnlyList<string> Ids(PolicySet policies, List<int> numbers) =>
        numbers.Count == 0 ? [] : [.. numbers.Distinct().Order().Select(number => policies.Policies[number].Policy.Id)];
}
