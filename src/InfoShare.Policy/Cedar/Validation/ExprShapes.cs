using System.Globalization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Printing;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>Numbers expressions so that two have the same number exactly when they are written alike, wherever they stand.</summary>
internal sealed class ExprShapes
{
    private readonly Dictionary<Expr, int> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Head, string Operands), int> shapes = [];

    public int Of(Expr expr)
    {
        if (!numbers.TryGetValue(expr, out var number))
            numbers.Add(expr, number = Number(expr));
        return number;
    }

    /// <summary>The number of an attribute of the expression that has this number.</summary>
    public int Attribute(int target, string attribute) => Number($".{attribute}", [target]);

    private int Number(Expr expr) => expr switch
    {
        Expr.GetAttr e => Attribute(Of(e.Target), e.Attribute),
        // The order of a record's fields means nothing.
        Expr.Record e when e.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).ToList() is var fields =>
            Number($"record {string.Join(' ', fields.Select(field => Quoted.Text(field.Key)))}", fields.Select(field => Of(field.Value))),
        _ => Number(Head(expr), Operands.Of(expr).Select(Of)),
    };

    private int Number(string head, IEnumerable<int> operands)
    {
        var key = (head, string.Join(',', operands));
        if (!shapes.TryGetValue(key, out var number))
            shapes.Add(key, number = shapes.Count);
        return number;
    }

    /// <summary>What an expression is besides its operands.</summary>
    private static string Head(Expr expr) => expr switch
    {
        Expr.Literal e => $"{e.Value.TypeName} {Text(e.Value)}",
        Expr.Var e => $"{e.Name}",
        Expr.Unary e => $"{e.Operator}",
        Expr.Binary e => $"{e.Operator}",
        Expr.Has e => $"has {string.Join(' ', e.Path.Select(Quoted.Text))}",
        Expr.Like e => $"like {Quoted.Pattern(e.Pattern)}",
        Expr.Is e => $"is {e.EntityType}",
        Expr.IsIn e => $"is {e.EntityType} in",
        Expr.ExtensionCall e => $"call {e.Function}",
        _ => expr.GetType().Name,
    };

    private static string Text(CedarValue literal) => literal switch
    {
        CedarBool value => value.Value.ToString(),
        CedarLong value => value.Value.ToString(CultureInfo.InvariantCulture),
        CedarString value => value.Value,
        EntityUid value => value.Id,
        _ => throw new ArgumentOutOfRangeException(nameof(literal), "Cedar has no literals of other types."),
    };
}
