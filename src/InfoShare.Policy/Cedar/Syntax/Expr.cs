using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Syntax;

/// <summary>An expression of a condition.</summary>
/// <remarks>Cedar documentation, "Cedar policy grammar" and "Operators and functions".</remarks>
public abstract record Expr
{
    private Expr(SourceSpan span) => Span = span;

    /// <summary>From its first to its last character.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>A boolean, an integer, a string or an entity.</summary>
    public sealed record Literal(CedarValue Value, SourceSpan Span) : Expr(Span);

    /// <summary>A part of the request.</summary>
    public sealed record Var(Variable Name, SourceSpan Span) : Expr(Span);

    /// <summary><c>if a then b else c</c>: one of the two is evaluated.</summary>
    public sealed record If(Expr Test, Expr Then, Expr Else, SourceSpan Span) : Expr(Span);

    /// <summary><c>a &amp;&amp; b</c>: the right is evaluated only when the left is true.</summary>
    public sealed record And(Expr Left, Expr Right, SourceSpan Span) : Expr(Span);

    /// <summary><c>a || b</c>: the right is evaluated only when the left is false.</summary>
    public sealed record Or(Expr Left, Expr Right, SourceSpan Span) : Expr(Span);

    /// <summary>One operand.</summary>
    public sealed record Unary(UnaryOperator Operator, Expr Operand, SourceSpan Span) : Expr(Span);

    /// <summary>Two operands, both always evaluated, the left first.</summary>
    public sealed record Binary(BinaryOperator Operator, Expr Left, Expr Right, SourceSpan Span) : Expr(Span);

    /// <summary><c>a has b.c</c>: the path is there; false as soon as one step is not. One step may be any string.</summary>
    /// <param name="Path">At least one step.</param>
    public sealed record Has(Expr Target, IReadOnlyList<string> Path, SourceSpan Span) : Expr(Span);

    /// <summary><c>a like "b*"</c></summary>
    public sealed record Like(Expr Target, Pattern Pattern, SourceSpan Span) : Expr(Span);

    /// <summary><c>a is Type</c></summary>
    public sealed record Is(Expr Target, string EntityType, SourceSpan Span) : Expr(Span);

    /// <summary><c>a is Type in b</c>: means <c>a is Type &amp;&amp; a in b</c>.</summary>
    public sealed record IsIn(Expr Target, string EntityType, Expr Ancestor, SourceSpan Span) : Expr(Span);

    /// <summary><c>a.b</c> or <c>a["b"]</c></summary>
    public sealed record GetAttr(Expr Target, string Attribute, SourceSpan Span) : Expr(Span);

    /// <summary><c>[a, b]</c></summary>
    public sealed record Set(IReadOnlyList<Expr> Elements, SourceSpan Span) : Expr(Span);

    /// <summary><c>{ a: b, "c": d }</c></summary>
    /// <param name="Fields">In the order written; no name twice.</param>
    public sealed record Record(IReadOnlyList<KeyValuePair<string, Expr>> Fields, SourceSpan Span) : Expr(Span);

    /// <summary><c>ip("::1")</c>, or <c>a.isLoopback()</c> with the receiver as first argument.</summary>
    /// <param name="Function">A name of <see cref="ExtensionFunctions"/>.</param>
    /// <param name="Arguments">As many as were written: whether they are enough is found in evaluation, as in Cedar.</param>
    public sealed record ExtensionCall(string Function, IReadOnlyList<Expr> Arguments, SourceSpan Span) : Expr(Span);
}

/// <summary>A part of the request.</summary>
public enum Variable
{
    /// <summary>Who asks.</summary>
    Principal,

    /// <summary>For what.</summary>
    Action,

    /// <summary>Of what.</summary>
    Resource,

    /// <summary>What else is known of the request: a record.</summary>
    Context,
}
