using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>A policy without slots, ready to be evaluated.</summary>
public sealed class CompiledPolicy
{
    private readonly Func<RequestView, bool> principal;
    private readonly Func<RequestView, bool> action;
    private readonly Func<RequestView, bool> resource;
    private readonly CompiledCondition[] conditions;

    /// <param name="policy">Not a template.</param>
    internal CompiledPolicy(CedarPolicy policy)
    {
        Policy = policy;
        principal = ScopeCompiler.Compile(policy.Principal, static request => request.Request.Principal);
        action = ScopeCompiler.Compile(policy.Action, static request => request.Request.Action);
        resource = ScopeCompiler.Compile(policy.Resource, static request => request.Request.Resource);
        conditions = [.. policy.Conditions.Select(condition => new CompiledCondition(condition))];
    }

    /// <summary>What it was made of; of a link, the template with its slots filled and the link's id.</summary>
    public CedarPolicy Policy { get; }

    /// <summary>Whether it is satisfied: the whole of its scope and all its conditions hold; or the first error.</summary>
    internal Evaluated Evaluate(RequestView request)
    {
        if (!action(request) || !principal(request) || !resource(request))
            return Evaluated.False;
        foreach (var condition in conditions)
        {
            var holds = condition.Evaluate(request);
            if (!holds.IsTrue)
                return holds;
        }

        return Evaluated.True;
    }

    /// <summary>How each part of it fares, also those that <see cref="Evaluate"/> would not reach.</summary>
    internal PolicyTrace Trace(RequestView request)
    {
        ScopeTrace[] scope =
        [
            new(Variable.Principal, Policy.Principal, principal(request)),
            new(Variable.Action, Policy.Action, action(request)),
            new(Variable.Resource, Policy.Resource, resource(request)),
        ];
        return new(Policy, TraceOutcome.Of(Evaluate(request)), scope, [.. conditions.Select(condition => condition.Trace(request))]);
    }
}
