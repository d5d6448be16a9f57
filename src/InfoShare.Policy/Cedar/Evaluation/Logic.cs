namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>The operators that do not evaluate all their operands, and negation.</summary>
internal static class Logic
{
    public static Evaluator And(Evaluator left, Evaluator right) => request =>
    {
        var first = left(request);
        return first.IsTrue ? right(request).AsBool() : first.AsBool();
    };

    public static Evaluator Or(Evaluator left, Evaluator right) => request =>
    {
        var first = left(request);
        return first.IsFalse ? right(request).AsBool() : first.AsBool();
    };

    public static Evaluator Not(Evaluator operand) => request => Not(operand(request));

    public static Evaluator If(Evaluator test, Evaluator then, Evaluator otherwise) => request =>
    {
        var tested = test(request);
        return tested.IsTrue ? then(request) : tested.IsFalse ? otherwise(request) : tested.NotA("bool");
    };

    private static Evaluated Not(Evaluated operand) =>
        operand.IsTrue ? Evaluated.False : operand.IsFalse ? Evaluated.True : operand.NotA("bool");
}
