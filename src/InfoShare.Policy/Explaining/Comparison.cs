using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Explaining;

/// <summary>Cedar's comparisons, of numbers and in English.</summary>
internal static class Comparison
{
    /// <summary>Null where it compares no numbers.</summary>
    public static Func<long, long, bool>? Of(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Equal => static (a, b) => a == b,
        BinaryOperator.NotEqual => static (a, b) => a != b,
        BinaryOperator.Less => static (a, b) => a < b,
        BinaryOperator.LessOrEqual => static (a, b) => a <= b,
        BinaryOperator.Greater => static (a, b) => a > b,
        BinaryOperator.GreaterOrEqual => static (a, b) => a >= b,
        _ => null,
    };

    /// <summary>What stands between the noun and the value; null where there are no words for it.</summary>
    public static string? Words(BinaryOperator comparison, bool wanted) => (comparison, wanted) switch
    {
        (BinaryOperator.Equal, true) or (BinaryOperator.NotEqual, false) => "is",
        (BinaryOperator.NotEqual, true) or (BinaryOperator.Equal, false) => "is not",
        (BinaryOperator.Less, true) or (BinaryOperator.GreaterOrEqual, false) => "is below",
        (BinaryOperator.GreaterOrEqual, true) or (BinaryOperator.Less, false) => "is at least",
        (BinaryOperator.Greater, true) or (BinaryOperator.LessOrEqual, false) => "is above",
        (BinaryOperator.LessOrEqual, true) or (BinaryOperator.Greater, false) => "is at most",
        (BinaryOperator.Contains, true) => "has",
        (BinaryOperator.Contains, false) => "does not have",
        _ => null,
    };

    /// <summary>A value in words.</summary>
    public static string Said(CedarValue value) => value switch
    {
        CedarLong { Value: var number } => $"{number}",
        CedarString { Value: var text } => Vocabulary.Code(text),
        EntityUid { Id: var id } => Vocabulary.Code(id),
        _ => "another one",
    };
}
