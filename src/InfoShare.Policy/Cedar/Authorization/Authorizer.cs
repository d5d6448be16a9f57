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
        List<int>? permits = null, forbids = null;
        List<(int Number, string Message)>? errors = null;
        foreach (var number in policies.Index.Find(view))
        {
            var policy = policies[number];
            var satisfied = policy.EvaluateConditions(view);
            if (satisfied.Error is { } message)
                (errors ??= []).Add((number, message));
            else if (satisfied.IsTrue && policy.Policy.Effect == Effect.Permit)
                (permits ??= []).Add(number);
            else if (satisfied.IsTrue)
                (forbids ??= []).Add(number);
        }

        return new(
            forbids is null && permits is not null ? Decision.Allow : Decision.Deny,
            (forbids ?? permits) is { } determining ? IdsOf(policies, determining) : [],
            errors is null ? [] : [.. errors.DistinctBy(error => error.Number).OrderBy(error => error.Number).Select(error => new PolicyError(policies[error.Number].Policy.Id, error.Message))]);
    }

    private static List<string> IdsOf(PolicySet policies, List<int> numbers)
    {
        numbers.Sort();
        var ids = new List<string>(numbers.Count);
        for (var i = 0; i < numbers.Count; i++)
        {
            if (i == 0 || numbers[i] != numbers[i - 1])
                ids.Add(policies[numbers[i]].Policy.Id);
        }

        return ids;
    }

    /// <summary>How one policy fares with a request, part by part.</summary>
    public static PolicyTrace Trace(CompiledPolicy policy, Request request, EntityStore entities) => policy.Trace(new(request, entities));
}
