using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Reference;

/// <summary>Cedar's <c>==</c>, value by value, without hashes.</summary>
internal static class ReferenceEquality
{
    /// <summary>Values of different types are never the same, and that is no error.</summary>
    public static bool AreSame(CedarValue a, CedarValue b) => (a, b) switch
    {
        (CedarBool x, CedarBool y) => x.Value == y.Value,
        (CedarLong x, CedarLong y) => x.Value == y.Value,
        (CedarString x, CedarString y) => x.Value == y.Value,
        (EntityUid x, EntityUid y) => x.Type == y.Type && x.Id == y.Id,
        (CedarSet x, CedarSet y) => IsWithin(x, y) && IsWithin(y, x),
        (CedarRecord x, CedarRecord y) => AreSame(x.Attributes, y.Attributes),
        (CedarDecimal x, CedarDecimal y) => x.TenThousandths == y.TenThousandths,
        (CedarIpAddress x, CedarIpAddress y) => x.IsV6 == y.IsV6 && x.Bits == y.Bits && x.PrefixLength == y.PrefixLength,
        (CedarDateTime x, CedarDateTime y) => x.Milliseconds == y.Milliseconds,
        (CedarDuration x, CedarDuration y) => x.Milliseconds == y.Milliseconds,
        _ => false,
    };

    /// <summary>Whether the set has it.</summary>
    public static bool Has(CedarSet set, CedarValue value) => set.Elements.Any(element => AreSame(element, value));

    /// <summary>Whether everything in the one is in the other.</summary>
    public static bool IsWithin(CedarSet inner, CedarSet outer) => inner.Elements.All(element => Has(outer, element));

    private static bool AreSame(IReadOnlyDictionary<string, CedarValue> a, IReadOnlyDictionary<string, CedarValue> b) =>
        a.Count == b.Count && a.All(x => b.Any(y => x.Key == y.Key && AreSame(x.Value, y.Value)));
}
