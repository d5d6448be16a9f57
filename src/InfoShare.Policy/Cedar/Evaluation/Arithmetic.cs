using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>Arithmetic of 64-bit integers; what does not fit is an error.</summary>
internal static class Arithmetic
{
    /// <param name="name">Of the operation, for the message.</param>
    /// <param name="compute">In 128 bits, where the result always fits.</param>
    public static Evaluator Checked(Evaluator left, Evaluator right, string name, Func<long, long, Int128> compute) => request =>
    {
        var first = left(request);
        if (first.Value is null)
            return first;
        var second = right(request);
        if (second.Value is null)
            return second;
        if (first.Value is not CedarLong a)
            return first.NotA("long");
        return second.Value is CedarLong b ? Fitted(compute(a.Value, b.Value), name) : second.NotA("long");
    };

    public static Evaluator Negate(Evaluator operand) => request =>
    {
        var value = operand(request);
        return value.Value is CedarLong number ? Fitted(-(Int128)number.Value, "negation") : value.NotA("long");
    };

    private static Evaluated Fitted(Int128 value, string name) =>
        value < long.MinValue || value > long.MaxValue ? Evaluated.Failed($"integer overflow in {name}") : new CedarLong((long)value);
}
