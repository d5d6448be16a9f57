using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>A policy without slots, ready to be evaluated.</summary>
public sealed class CompiledPolicy
{
    private readonly CompiledCondition[] conditions;

    /// <param name="policy">Not a template.</param>
    internal CompiledPolicy(CedarPolicy policy)
    {
        Policy = policy;
        conditions = [.. policy.Conditions.Select(condition => new CompiledCondition(condition))];
    }

    /// <summary>What it was made of; of a link, the template with its slots filled and the link's id.</summary>
    public CedarPolicy Policy { get; }

    /// <summary>Whether all its conditions hold; or the first error.</summary>
    internal Evaluated EvaluateConditions(RequestView request)
    {
        foreach (var condition in conditions)
        {
            var holds = condition.Evaluate(request);
            if (!holds.IsTrue)
                return holds;
        }

        return Evaluated.True;
    }

    /// <summary>How each part of it fares, also those that a decision would not reach.</summary>
    internal PolicyTrace Trace(RequestView request)
    {
        ScopeTrace[] scope = [Scope(Variable.Principal, Policy.Principal), Scope(Variable.Action, Policy.Action), Scope(Variable.Resource, Policy.Resource)];
        var outcome = Array.TrueForAll(scope, part => part.Holds) ? EvaluateConditions(request) : Evaluated.False;
        return new(Policy, TraceOutcome.Of(outcome), scope, [.. conditions.Select(condition => condition.Trace(request))]);

        ScopeTrace Scope(Variable variable, ScopeConstraint constraint) => new(variable, constraint, ScopeCompiler.Compile(constraint, variable)(request));
    }
}
