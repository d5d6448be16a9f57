using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>Equality, order and <c>like</c>.</summary>
internal static class Comparisons
{
    /// <summary>Values of different types are not equal; that is no error.</summary>
    public static Evaluator Equal(Evaluator left, Evaluator right) => request =>
    {
        var first = left(request);
        if (first.Value is null)
            return first;
        var second = right(request);
        return second.Value is null ? second : Evaluated.Of(first.Value.Equals(second.Value));
    };

    /// <summary>The same where one side is known beforehand; of text, which policies compare most.</summary>
    public static Evaluator EqualTo(Evaluator operand, CedarValue constant)
    {
        if (constant is not CedarString { Value: var text })
        {
            return request =>
            {
                var value = operand(request);
                return value.Value is null ? value : Evaluated.Of(constant.Equals(value.Value));
            };
        }

        return request =>
        {
            var value = operand(request);
            return value.Value is null ? value : Evaluated.Of(value.Value is CedarString other && other.Value == text);
        };
    }

    /// <summary>Of two integers, two datetimes or two durations.</summary>
    public static Evaluator Ordered(Evaluator left, Evaluator right, Func<int, bool> holds) => request =>
    {
        var first = left(request);
        if (first.Value is null)
            return first;
        var second = right(request);
        if (second.Value is null)
            return second;
        return (first.Value, second.Value) switch
        {
            (CedarLong a, CedarLong b) => Evaluated.Of(holds(a.Value.CompareTo(b.Value))),
            (CedarDateTime a, CedarDateTime b) => Evaluated.Of(holds(a.Milliseconds.CompareTo(b.Milliseconds))),
            (CedarDuration a, CedarDuration b) => Evaluated.Of(holds(a.Milliseconds.CompareTo(b.Milliseconds))),
            (CedarLong or CedarDateTime or CedarDuration, _) => second.NotA(first.Value.TypeName),
            _ => first.NotA("long, datetime or duration"),
        };
    };

    public static Evaluator Like(Evaluator target, Pattern pattern) => request =>
    {
        var text = target(request);
        return text.Value is CedarString value ? Evaluated.Of(pattern.Matches(value.Value)) : text.NotA("string");
    };
}
