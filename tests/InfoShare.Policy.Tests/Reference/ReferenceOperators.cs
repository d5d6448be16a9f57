using System.Numerics;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Reference;

/// <summary>Cedar's operators on values. Null is an error.</summary>
internal static class ReferenceOperators
{
    public static CedarValue? Apply(UnaryOperator op, CedarValue operand) => (op, operand) switch
    {
        (UnaryOperator.Not, CedarBool a) => CedarBool.Of(!a.Value),
        (UnaryOperator.Negate, CedarLong a) => Long(-(BigInteger)a.Value),
        (UnaryOperator.IsEmpty, CedarSet a) => CedarBool.Of(!a.Elements.Any()),
        _ => null,
    };

    public static CedarValue? Apply(BinaryOperator op, CedarValue left, CedarValue right, ReferenceEntities entities) => (op, left, right) switch
    {
        (BinaryOperator.Equal, _, _) => CedarBool.Of(ReferenceEquality.AreSame(left, right)),
        (BinaryOperator.NotEqual, _, _) => CedarBool.Of(!ReferenceEquality.AreSame(left, right)),
        (BinaryOperator.Less, _, _) => Ordered(left, right) is var (a, b) ? CedarBool.Of(a < b) : null,
        (BinaryOperator.LessOrEqual, _, _) => Ordered(left, right) is var (a, b) ? CedarBool.Of(a <= b) : null,
        (BinaryOperator.Greater, _, _) => Ordered(left, right) is var (a, b) ? CedarBool.Of(a > b) : null,
        (BinaryOperator.GreaterOrEqual, _, _) => Ordered(left, right) is var (a, b) ? CedarBool.Of(a >= b) : null,
        (BinaryOperator.Add, CedarLong a, CedarLong b) => Long((BigInteger)a.Value + b.Value),
        (BinaryOperator.Subtract, CedarLong a, CedarLong b) => Long((BigInteger)a.Value - b.Value),
        (BinaryOperator.Multiply, CedarLong a, CedarLong b) => Long((BigInteger)a.Value * b.Value),
        (BinaryOperator.In, EntityUid a, EntityUid b) => CedarBool.Of(entities.IsIn(a, b)),
        (BinaryOperator.In, EntityUid a, CedarSet b) when b.Elements.All(e => e is EntityUid) => CedarBool.Of(b.Elements.Any(e => entities.IsIn(a, (EntityUid)e))),
        (BinaryOperator.Contains, CedarSet a, _) => CedarBool.Of(ReferenceEquality.Has(a, right)),
        (BinaryOperator.ContainsAll, CedarSet a, CedarSet b) => CedarBool.Of(ReferenceEquality.IsWithin(b, a)),
        (BinaryOperator.ContainsAny, CedarSet a, CedarSet b) => CedarBool.Of(b.Elements.Any(e => ReferenceEquality.Has(a, e))),
        (BinaryOperator.HasTag, EntityUid a, CedarString b) => CedarBool.Of(entities.Find(a)?.Tags[b.Value] is not null),
        (BinaryOperator.GetTag, EntityUid a, CedarString b) => entities.Find(a)?.Tags[b.Value],
        _ => null,
    };

    /// <summary>Null outside 64 bits.</summary>
    public static CedarLong? Long(BigInteger value) => InRange(value) is long number ? new(number) : null;

    /// <summary>Null outside 64 bits.</summary>
    public static long? InRange(BigInteger value) => value >= long.MinValue && value <= long.MaxValue ? (long)value : null;

    /// <summary>Only these three types have an order, and each within itself. Decimals are compared by methods.</summary>
    private static (long Left, long Right)? Ordered(CedarValue left, CedarValue right) => (left, right) switch
    {
        (CedarLong a, CedarLong b) => (a.Value, b.Value),
        (CedarDateTime a, CedarDateTime b) => (a.Milliseconds, b.Milliseconds),
        (CedarDuration a, CedarDuration b) => (a.Milliseconds, b.Milliseconds),
        _ => null,
    };
}
