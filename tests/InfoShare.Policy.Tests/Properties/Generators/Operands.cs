using FsCheck;
using FsCheck.Fluent;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Tests.Properties.Generators;

/// <summary>Expressions made of smaller ones.</summary>
/// <param name="wrongOfHundred">How often an operand's type is not looked at.</param>
internal sealed class Operands(Exprs inner, int wrongOfHundred)
{
    private static readonly BinaryOperator[] Orders = [BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual];
    private static readonly BinaryOperator[] Equalities = [BinaryOperator.Equal, BinaryOperator.NotEqual];
    private static readonly BinaryOperator[] Sums = [BinaryOperator.Add, BinaryOperator.Subtract, BinaryOperator.Multiply];
    private static readonly BinaryOperator[] Overlaps = [BinaryOperator.ContainsAll, BinaryOperator.ContainsAny];
    private static readonly (Kind Set, Kind Element)[] Sets = [(Kind.Longs, Kind.Long), (Kind.Strings, Kind.String), (Kind.Entities, Kind.Entity)];

    /// <summary>An expression of this type.</summary>
    public Gen<Expr> Compound(Kind kind) => Gen.OneOf([.. OfKind(kind), If(kind), Attribute(kind), Guarded(kind), .. Calls(kind)]);

    /// <summary>A call that may have too few arguments, too many, or of the wrong types; of a method at least the receiver.</summary>
    public Gen<Expr> CallOfAny() =>
        from function in Gen.Elements<ExtensionFunction>(ExtensionFunctions.All.Values)
        from count in Gen.Choose(function.IsMethod ? 1 : 0, 3)
        from arguments in inner.Any.ArrayOf(count)
        select (Expr)new Expr.ExtensionCall(function.Name, arguments, default);

    private IEnumerable<Gen<Expr>> OfKind(Kind kind) => kind switch
    {
        Kind.Bool => Bools(),
        Kind.Long => [Binary(Sums, Kind.Long, Kind.Long), Unary(UnaryOperator.Negate, Kind.Long), Binary([BinaryOperator.GetTag], Kind.Entity, Kind.String)],
        Kind.Longs or Kind.Strings or Kind.Entities => [Set(Sets.Single(set => set.Set == kind).Element)],
        Kind.Record => [Record()],
        _ => [],
    };

    private IEnumerable<Gen<Expr>> Bools() =>
    [
        Binary(Orders, Kind.Long, Kind.Long),
        Binary(Orders, Kind.DateTime, Kind.DateTime),
        Binary(Orders, Kind.Duration, Kind.Duration),
        Gen.Elements(Enum.GetValues<Kind>()).SelectMany(kind => Binary(Equalities, kind, kind)),
        Gen.Elements(Sets).SelectMany(set => Binary([BinaryOperator.Contains], set.Set, set.Element)),
        Gen.Elements(Sets).SelectMany(set => Binary(Overlaps, set.Set, set.Set)),
        Gen.Elements(Sets).SelectMany(set => Unary(UnaryOperator.IsEmpty, set.Set)),
        Binary([BinaryOperator.In], Kind.Entity, Kind.Entity),
        Binary([BinaryOperator.In], Kind.Entity, Kind.Entities),
        Listed(),
        Binary([BinaryOperator.HasTag], Kind.Entity, Kind.String),
        Unary(UnaryOperator.Not, Kind.Bool),
        Operand(Kind.Bool).Two().Select(both => (Expr)new Expr.And(both.Item1, both.Item2, default)),
        Operand(Kind.Bool).Two().Select(both => (Expr)new Expr.Or(both.Item1, both.Item2, default)),
        Target.Zip(Path, (target, path) => (Expr)new Expr.Has(target, path, default)),
        Operand(Kind.String).Zip(Patterns.Any, (text, pattern) => (Expr)new Expr.Like(text, pattern, default)),
        Operand(Kind.Entity).Zip(EntityType, (entity, type) => (Expr)new Expr.Is(entity, type, default)),
        Gen.OneOf(Operand(Kind.Entity), Operand(Kind.Entities)).Zip(Operand(Kind.Entity).Zip(EntityType), (above, a) => (Expr)new Expr.IsIn(a.Item1, a.Item2, above, default)),
    ];

    private static Gen<string> EntityType => Gen.Elements<string>(Vocabulary.EntityTypes);

    private Gen<Expr> Target => Gen.OneOf(Operand(Kind.Entity), Operand(Kind.Record));

    /// <summary>One attribute; or several whose names are identifiers, for only those can follow one another in text.</summary>
    private static Gen<string[]> Path => Gen.OneOf(
        Gen.Elements<string>(Vocabulary.Attributes.Keys).ArrayOf(1),
        Gen.Elements("more", "owner", "flag", "count").ArrayOf(2),
        Gen.Elements("more", "owner", "name").ArrayOf(3));

    private Gen<Expr> Operand(Kind kind) => Gen.Frequency((100 - wrongOfHundred, inner.Of(kind)), (wrongOfHundred, inner.Any));

    private Gen<Expr> Unary(UnaryOperator op, Kind operand) => Operand(operand).Select(x => (Expr)new Expr.Unary(op, x, default));

    private Gen<Expr> Binary(BinaryOperator[] operators, Kind left, Kind right) =>
        from op in Gen.Elements(operators)
        from x in Operand(left)
        from y in Operand(right)
        select (Expr)new Expr.Binary(op, x, y, default);

    /// <summary>An entity in a list that names it.</summary>
    private Gen<Expr> Listed() =>
        from entity in Operand(Kind.Entity)
        from others in CedarValues.Small(Operand(Kind.Entity))
        select (Expr)new Expr.Binary(BinaryOperator.In, entity, new Expr.Set([entity, .. others], default), default);

    private Gen<Expr> If(Kind kind) =>
        from test in Operand(Kind.Bool)
        from then in Operand(kind)
        from otherwise in Operand(kind)
        select (Expr)new Expr.If(test, then, otherwise, default);

    private Gen<Expr> Attribute(Kind kind) =>
        from target in Target
        from attribute in AttributeOf(kind)
        select (Expr)new Expr.GetAttr(target, attribute, default);

    /// <summary>As careful policies are written: asked for only where it is there.</summary>
    private Gen<Expr> Guarded(Kind kind) =>
        from target in Target
        from attribute in AttributeOf(kind)
        from otherwise in Operand(kind)
        select (Expr)new Expr.If(new Expr.Has(target, [attribute], default), new Expr.GetAttr(target, attribute, default), otherwise, default);

    private static Gen<string> AttributeOf(Kind kind) => Gen.Elements(Vocabulary.Attributes.Where(a => a.Value == kind).Select(a => a.Key));

    private Gen<Expr> Set(Kind element) => CedarValues.Small(Operand(element)).Select(elements => (Expr)new Expr.Set(elements, default));

    private Gen<Expr> Record() =>
        from fields in Gen.SubListOf(Vocabulary.Attributes.AsEnumerable()).Select(fields => fields.Take(4).ToList())
        from values in Gen.CollectToArray(fields, field => Operand(field.Value))
        select (Expr)new Expr.Record([.. fields.Zip(values, (field, value) => KeyValuePair.Create(field.Key, value))], default);

    private IEnumerable<Gen<Expr>> Calls(Kind result) =>
        from function in ExtensionFunctions.All.Values
        where KindOf(function.Result) == result
        select Gen.CollectToArray(function.Parameters, parameter => Operand(KindOf(parameter))).Select(arguments => (Expr)new Expr.ExtensionCall(function.Name, arguments, default));

    private static Kind KindOf(ValueKind kind) => kind switch
    {
        ValueKind.Boolean => Kind.Bool,
        ValueKind.Long => Kind.Long,
        ValueKind.String => Kind.String,
        ValueKind.Decimal => Kind.Decimal,
        ValueKind.IpAddress => Kind.IpAddress,
        ValueKind.DateTime => Kind.DateTime,
        _ => Kind.Duration,
    };
}
