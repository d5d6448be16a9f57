using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>A condition, split into clauses: the operands of the <c>&amp;&amp;</c> that its body is.</summary>
internal sealed class CompiledCondition
{
    private readonly Condition condition;
    private readonly Expr[] clauses;
    private readonly Evaluator[] evaluators;

    public CompiledCondition(Condition condition)
    {
        this.condition = condition;
        clauses = [.. Clauses(condition.Body)];
        evaluators = Array.ConvertAll(clauses, ExprCompiler.Compile);
    }

    /// <summary>Whether the condition holds: of <c>unless</c>, whether its body does not.</summary>
    public Evaluated Evaluate(RequestView request)
    {
        var body = Evaluated.True;
        for (var i = 0; i < evaluators.Length && body.IsTrue; i++)
            body = evaluators[i](request).AsBool();
        return condition.Kind == ConditionKind.When || body.Value is null ? body : Evaluated.Of(body.IsFalse);
    }

    public ConditionTrace Trace(RequestView request)
    {
        var traces = new List<ClauseTrace>();
        var reached = true;
        for (var i = 0; i < clauses.Length; i++)
        {
            var value = evaluators[i](request).AsBool();
            traces.Add(new(clauses[i], TraceOutcome.Of(value), reached));
            reached = reached && value.IsTrue;
        }

        return new(condition, TraceOutcome.Of(Evaluate(request)), traces);
    }

    /// <summary>From left to right, however the <c>&amp;&amp;</c> are grouped: <c>&amp;&amp;</c> is associative, errors included.</summary>
    public static IEnumerable<Expr> Clauses(Expr body)
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
