using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>How a policy fares with one request, part by part; for explanations.</summary>
/// <param name="Outcome">True: the policy is satisfied.</param>
/// <param name="Scope">Principal, action and resource.</param>
/// <param name="Conditions">In the policy's order, also those behind one that does not hold.</param>
public sealed record PolicyTrace(CedarPolicy Policy, TraceOutcome Outcome, IReadOnlyList<ScopeTrace> Scope, IReadOnlyList<ConditionTrace> Conditions);

/// <summary>How a part of the scope fares.</summary>
public sealed record ScopeTrace(Variable Variable, ScopeConstraint Constraint, bool Holds)
{
    /// <summary>The part as policies write it.</summary>
    public string Text => PolicyPrinter.Print(Constraint, Variable);
}

/// <summary>How a condition fares.</summary>
/// <param name="Outcome">True: the condition holds; of <c>unless</c>, its body does not.</param>
/// <param name="Clauses">The operands of the <c>&amp;&amp;</c> that the body is; the body itself where it is none.</param>
public sealed record ConditionTrace(Condition Condition, TraceOutcome Outcome, IReadOnlyList<ClauseTrace> Clauses);

/// <summary>How a clause fares.</summary>
/// <param name="Outcome">True: the clause is true, whether it stands in <c>when</c> or in <c>unless</c>.</param>
/// <param name="Reached">Whether the condition's own evaluation comes so far: all clauses before are true.</param>
public sealed record ClauseTrace(Expr Expr, TraceOutcome Outcome, bool Reached)
{
    /// <summary>The clause as policies write it.</summary>
    public string Text => PolicyPrinter.Print(Expr);
}
