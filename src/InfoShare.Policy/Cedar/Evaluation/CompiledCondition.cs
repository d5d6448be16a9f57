using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>A condition, split into clauses: the operands of the <c>&amp;&amp;</c> that its body is.</summary>
internal sealed class CompiledCondition
{
    private readonly Condition condition;
    private readonly (Expr Expr, Evaluator Evaluate)[] clauses;

    public CompiledCondition(Condition condition)
    {
        this.condition = condition;
        clauses = [.. Clauses(condition.Body).Select(clause => (clause, ExprCompiler.Compile(clause)))];
    }

    /// <summary>Whether the condition holds: of <c>unless</c>, whether its body does not.</summary>
    public Evaluated Evaluate(RequestView request)
    {
        var body = Evaluated.True;
        for (var i = 0; i < clauses.Length && body.IsTrue; i++)
            body = clauses[i].Evaluate(request).AsBool();
        return condition.Kind == ConditionKind.When || body.Value is null ? body : Evaluated.Of(body.IsFalse);
    }

    public ConditionTrace Trace(RequestView request)
    {
        var traces = new List<ClauseTrace>();
        var reached = true;
        foreach (var (expr, evaluate) in clauses)
        {
            var value = evaluate(request).AsBool();
            traces.Add(new(expr, TraceOutcome.Of(value), reached));
            reached = reached && value.IsTrue;
        }

        return new(condition, TraceOutcome.Of(Evaluate(request)), traces);
    }

    /// <summary>From left to right, however the <c>&amp;&amp;</c> are grouped: <c>&amp;&amp;</c> is associative, errors included.</summary>
    private static IEnumerable<Expr> Clauses(Expr body)
    {
        var open = new Stack<Expr>([body]);
        while (open.TryPop(out var next))
        {
            if (next is Expr.And and)
            {
                open.Push(and.Right);
                open.Push(and.Left);
            }
            else
            {
                yield return next;
            }
        }
    }
}
