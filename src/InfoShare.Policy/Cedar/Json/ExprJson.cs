using System.Collections.Frozen;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Json;

/// <summary>What expressions are called in JSON.</summary>
internal static class ExprJson
{
    public static readonly FrozenDictionary<BinaryOperator, string> Binary = new Dictionary<BinaryOperator, string>
    {
        [BinaryOperator.Equal] = "==",
        [BinaryOperator.NotEqual] = "!=",
        [BinaryOperator.Less] = "<",
        [BinaryOperator.LessOrEqual] = "<=",
        [BinaryOperator.Greater] = ">",
        [BinaryOperator.GreaterOrEqual] = ">=",
        [BinaryOperator.Add] = "+",
        [BinaryOperator.Subtract] = "-",
        [BinaryOperator.Multiply] = "*",
        [BinaryOperator.In] = "in",
        [BinaryOperator.Contains] = "contains",
        [BinaryOperator.ContainsAll] = "containsAll",
        [BinaryOperator.ContainsAny] = "containsAny",
        [BinaryOperator.GetTag] = "getTag",
        [BinaryOperator.HasTag] = "hasTag",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, BinaryOperator> BinaryNamed = Binary.ToFrozenDictionary(name => name.Value, name => name.Key);

    public static readonly FrozenDictionary<UnaryOperator, string> Unary = new Dictionary<UnaryOperator, string>
    {
        [UnaryOperator.Not] = "!",
        [UnaryOperator.Negate] = "neg",
        [UnaryOperator.IsEmpty] = "isEmpty",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, UnaryOperator> UnaryNamed = Unary.ToFrozenDictionary(name => name.Value, name => name.Key);

    public static readonly FrozenDictionary<Variable, string> Variables = new Dictionary<Variable, string>
    {
        [Variable.Principal] = "principal",
        [Variable.Action] = "action",
        [Variable.Resource] = "resource",
        [Variable.Context] = "context",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Variable> VariablesNamed = Variables.ToFrozenDictionary(name => name.Value, name => name.Key);
}
