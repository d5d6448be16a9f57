using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Reference;

/// <summary>Cedar's extension functions on values. Null is an error: wrong text, too many arguments, another type, or a result outside 64 bits.</summary>
internal static class ReferenceFunctions
{
    public static CedarValue? Call(string function, IReadOnlyList<CedarValue> arguments) => (function, arguments) switch
    {
        ("decimal", [CedarString text]) => ReferenceDecimal.Parse(text.Value),
        ("lessThan", [CedarDecimal a, CedarDecimal b]) => CedarBool.Of(a.TenThousandths < b.TenThousandths),
        ("lessThanOrEqual", [CedarDecimal a, CedarDecimal b]) => CedarBool.Of(a.TenThousandths <= b.TenThousandths),
        ("greaterThan", [CedarDecimal a, CedarDecimal b]) => CedarBool.Of(a.TenThousandths > b.TenThousandths),
        ("greaterThanOrEqual", [CedarDecimal a, CedarDecimal b]) => CedarBool.Of(a.TenThousandths >= b.TenThousandths),

        ("ip", [CedarString text]) => ReferenceIpAddress.Parse(text.Value),
        ("isIpv4", [CedarIpAddress a]) => CedarBool.Of(!a.IsV6),
        ("isIpv6", [CedarIpAddress a]) => CedarBool.Of(a.IsV6),
        ("isLoopback", [CedarIpAddress a]) => CedarBool.Of(ReferenceIpAddress.IsLoopback(a)),
        ("isMulticast", [CedarIpAddress a]) => CedarBool.Of(ReferenceIpAddress.IsMulticast(a)),
        ("isInRange", [CedarIpAddress a, CedarIpAddress b]) => CedarBool.Of(ReferenceIpAddress.IsInRange(a, b)),

        ("datetime", [CedarString text]) => ReferenceDateTime.Parse(text.Value),
        ("offset", [CedarDateTime a, CedarDuration b]) => ReferenceDateTime.Offset(a, b),
        ("durationSince", [CedarDateTime a, CedarDateTime b]) => ReferenceDateTime.DurationSince(a, b),
        ("toDate", [CedarDateTime a]) => ReferenceDateTime.ToDate(a),
        ("toTime", [CedarDateTime a]) => ReferenceDateTime.ToTime(a),

        ("duration", [CedarString text]) => ReferenceDuration.Parse(text.Value),
        ("toMilliseconds", [CedarDuration a]) => new CedarLong(a.Milliseconds),
        ("toSeconds", [CedarDuration a]) => new CedarLong(a.Milliseconds / 1_000),
        ("toMinutes", [CedarDuration a]) => new CedarLong(a.Milliseconds / 60_000),
        ("toHours", [CedarDuration a]) => new CedarLong(a.Milliseconds / 3_600_000),
        ("toDays", [CedarDuration a]) => new CedarLong(a.Milliseconds / 86_400_000),
        _ => null,
    };
}
