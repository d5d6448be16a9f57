using FsCheck;
using FsCheck.Fluent;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Properties.Generators;

/// <summary>
/// Expressions, each production given the types that Cedar asks of its operands. <c>Typed</c> ones break them now and then, so
/// that errors arise deep inside, <c>Loose</c> ones often; <c>Wild</c> ones do not look at types.
/// </summary>
internal sealed class Exprs
{
    private const int Depth = 3;

    public static readonly Exprs Typed = new(Depth, wrongOfHundred: 2);
    public static readonly Exprs Loose = new(Depth - 1, wrongOfHundred: 25);
    public static readonly Exprs Wild = new(Depth, wrongOfHundred: 100);

    private readonly Dictionary<Kind, Gen<Expr>> byKind = [];
    private readonly Gen<Expr> any;

    private Exprs(int depth, int wrongOfHundred)
    {
        var operands = depth == 0 ? null : new Operands(new(depth - 1, wrongOfHundred), wrongOfHundred);
        foreach (var kind in Enum.GetValues<Kind>())
            byKind[kind] = operands is null ? Leaf(kind) : Gen.Frequency((1, Leaf(kind)), (3, operands.Compound(kind)));
        any = operands is null ? Gen.OneOf(byKind.Values) : Gen.Frequency((12, Gen.OneOf(byKind.Values)), (1, operands.CallOfAny()));
    }

    /// <summary>An expression that should be of this type.</summary>
    public Gen<Expr> Of(Kind kind) => byKind[kind];

    /// <summary>An expression of any type, or with the wrong number of arguments.</summary>
    public Gen<Expr> Any => any;

    private static Gen<Expr> Leaf(Kind kind) => Gen.OneOf(Literal(kind), Attribute(kind));

    private static Gen<Expr> Literal(Kind kind) => kind switch
    {
        Kind.Bool or Kind.String => CedarValues.Of(kind).Select(Literal),
        Kind.Long => CedarValues.Of(kind).Or(Gen.Elements<CedarValue>(new CedarLong(long.MaxValue), new CedarLong(long.MinValue))).Select(Literal),
        Kind.Entity => Gen.OneOf(CedarValues.Of(kind).Select(Literal), Gen.Elements(Variable.Principal, Variable.Action, Variable.Resource).Select(Var)),
        Kind.Decimal => Constructed("decimal", ExtensionTexts.Decimal),
        Kind.IpAddress => Constructed("ip", ExtensionTexts.IpAddress),
        Kind.DateTime => Constructed("datetime", ExtensionTexts.DateTime),
        Kind.Duration => Constructed("duration", ExtensionTexts.Duration),
        Kind.Longs => SetOf(Kind.Long),
        Kind.Strings => SetOf(Kind.String),
        Kind.Entities => SetOf(Kind.Entity),
        _ => Gen.Constant(Var(Variable.Context)),
    };

    private static Gen<Expr> Attribute(Kind kind) =>
        from variable in Gen.Elements(Variable.Principal, Variable.Resource, Variable.Context)
        from attribute in Gen.Elements(Vocabulary.Attributes.Where(a => a.Value == kind).Select(a => a.Key))
        select (Expr)new Expr.GetAttr(Var(variable), attribute, default);

    private static Gen<Expr> SetOf(Kind kind) => CedarValues.Small(Literal(kind)).Select(elements => (Expr)new Expr.Set(elements, default));

    private static Gen<Expr> Constructed(string function, Gen<string> texts) =>
        texts.Select(text => (Expr)new Expr.ExtensionCall(function, [Literal(new CedarString(text))], default));

    private static Expr Literal(CedarValue value) => new Expr.Literal(value, default);

    private static Expr Var(Variable variable) => new Expr.Var(variable, default);
}
