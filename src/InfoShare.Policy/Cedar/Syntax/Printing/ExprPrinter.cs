using System.Globalization;
using InfoShare.Policy.Cedar.Syntax.Reading;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Syntax.Printing;

/// <summary>Writes an expression; each operand in parentheses where it binds more loosely than its place asks.</summary>
internal static class ExprPrinter
{
    /// <summary>How tightly an expression binds, from the loosest.</summary>
    private enum Binding
    {
        If,
        Or,
        And,
        Relation,
        Sum,
        Product,
        Sign,
        Member,
    }

    private static readonly Dictionary<BinaryOperator, (string Sign, Binding Binding)> Signs = new()
    {
        [BinaryOperator.Equal] = ("==", Binding.Relation),
        [BinaryOperator.NotEqual] = ("!=", Binding.Relation),
        [BinaryOperator.Less] = ("<", Binding.Relation),
        [BinaryOperator.LessOrEqual] = ("<=", Binding.Relation),
        [BinaryOperator.Greater] = (">", Binding.Relation),
        [BinaryOperator.GreaterOrEqual] = (">=", Binding.Relation),
        [BinaryOperator.In] = ("in", Binding.Relation),
        [BinaryOperator.Add] = ("+", Binding.Sum),
        [BinaryOperator.Subtract] = ("-", Binding.Sum),
        [BinaryOperator.Multiply] = ("*", Binding.Product),
    };

    public static string Print(Expr expr) => expr switch
    {
        Expr.Literal e => Print(e.Value),
        Expr.Var e => NameOf(e.Name),
        Expr.If e => $"if {Print(e.Test)} then {Print(e.Then)} else {Print(e.Else)}",
        Expr.Or e => $"{Within(e.Left, Binding.Or)} || {Within(e.Right, Binding.And)}",
        Expr.And e => $"{Within(e.Left, Binding.And)} && {Within(e.Right, Binding.Relation)}",
        Expr.Unary { Operator: UnaryOperator.IsEmpty } e => $"{Within(e.Operand, Binding.Member)}.isEmpty()",
        Expr.Unary e => $"{(e.Operator == UnaryOperator.Not ? "!" : "-")}{Operand(e)}",
        Expr.Binary e => Signs.TryGetValue(e.Operator, out var sign) ? Print(e, sign.Sign, sign.Binding) : Call(e.Left, MethodOf(e.Operator), [e.Right]),
        Expr.Has e => $"{Within(e.Target, Binding.Sum)} has {Path(e.Path)}",
        Expr.Like e => $"{Within(e.Target, Binding.Sum)} like {Quoted.Pattern(e.Pattern)}",
        Expr.Is e => $"{Within(e.Target, Binding.Sum)} is {e.EntityType}",
        Expr.IsIn e => $"{Within(e.Target, Binding.Sum)} is {e.EntityType} in {Within(e.Ancestor, Binding.Sum)}",
        Expr.GetAttr e => Within(e.Target, Binding.Member) + (Names.IsIdentifier(e.Attribute) ? $".{e.Attribute}" : $"[{Quoted.Text(e.Attribute)}]"),
        Expr.Set e => $"[{List(e.Elements)}]",
        Expr.Record e => e.Fields.Count == 0 ? "{}" : $"{{ {string.Join(", ", e.Fields.Select(field => $"{Name(field.Key)}: {Print(field.Value)}"))} }}",
        Expr.ExtensionCall e => IsMethod(e) ? Call(e.Arguments[0], e.Function, e.Arguments.Skip(1)) : $"{e.Function}({List(e.Arguments)})",
        _ => throw new ArgumentOutOfRangeException(nameof(expr)),
    };

    public static string NameOf(Variable variable) => variable switch
    {
        Variable.Principal => "principal",
        Variable.Action => "action",
        Variable.Resource => "resource",
        _ => "context",
    };

    private static string Print(Expr.Binary e, string sign, Binding binding)
    {
        var tighter = binding + 1;
        return $"{Within(e.Left, binding == Binding.Relation ? tighter : binding)} {sign} {Within(e.Right, tighter)}";
    }

    private static string Print(CedarValue literal) => literal switch
    {
        CedarBool value => value.Value ? "true" : "false",
        CedarLong value => value.Value.ToString(CultureInfo.InvariantCulture),
        CedarString value => Quoted.Text(value.Value),
        EntityUid value => Quoted.Entity(value),
        _ => throw new ArgumentOutOfRangeException(nameof(literal), "Cedar has no literals of other types."),
    };

    /// <summary>A sign before a sign, or a minus before digits, would be read otherwise.</summary>
    private static string Operand(Expr.Unary e) =>
        e.Operator == UnaryOperator.Negate && e.Operand is Expr.Literal { Value: CedarLong }
            ? $"({Print(e.Operand)})"
            : Within(e.Operand, Binding.Member);

    private static string Within(Expr expr, Binding atLeast) => BindingOf(expr) < atLeast ? $"({Print(expr)})" : Print(expr);

    private static Binding BindingOf(Expr expr) => expr switch
    {
        Expr.If => Binding.If,
        Expr.Or => Binding.Or,
        Expr.And => Binding.And,
        Expr.Binary e => Signs.TryGetValue(e.Operator, out var sign) ? sign.Binding : Binding.Member,
        Expr.Has or Expr.Like or Expr.Is or Expr.IsIn => Binding.Relation,
        Expr.Unary { Operator: not UnaryOperator.IsEmpty } or Expr.Literal { Value: CedarLong { Value: < 0 } } => Binding.Sign,
        _ => Binding.Member,
    };

    private static bool IsMethod(Expr.ExtensionCall call) => call.Arguments.Count > 0 && ExtensionFunctions.All[call.Function].IsMethod;

    private static string Call(Expr receiver, string method, IEnumerable<Expr> arguments) => $"{Within(receiver, Binding.Member)}.{method}({List(arguments)})";

    private static string MethodOf(BinaryOperator method) => method switch
    {
        BinaryOperator.Contains => "contains",
        BinaryOperator.ContainsAll => "containsAll",
        BinaryOperator.ContainsAny => "containsAny",
        BinaryOperator.GetTag => "getTag",
        _ => "hasTag",
    };

    private static string List(IEnumerable<Expr> list) => string.Join(", ", list.Select(Print));

    private static string Path(IReadOnlyList<string> path) => path.Count == 1 ? Name(path[0]) : string.Join('.', path);

    private static string Name(string name) => Names.IsIdentifier(name) ? name : Quoted.Text(name);
}
