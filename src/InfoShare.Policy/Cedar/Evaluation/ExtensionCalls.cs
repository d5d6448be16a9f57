using System.Collections.Frozen;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>What the functions of <see cref="ExtensionFunctions"/> do.</summary>
/// <remarks>Cedar documentation, "Operators and functions": decimal, ipaddr, datetime and duration.</remarks>
internal static class ExtensionCalls
{
    private static readonly FrozenDictionary<string, Func<CedarValue, Evaluated>> OfOne = new Dictionary<string, Func<CedarValue, Evaluated>>
    {
        ["decimal"] = value => Made(value, CedarDecimal.Parse, "decimal"),
        ["ip"] = value => Made(value, CedarIpAddress.Parse, "IP address or range"),
        ["datetime"] = value => Made(value, CedarDateTime.Parse, "datetime"),
        ["duration"] = value => Made(value, CedarDuration.Parse, "duration"),
        ["isIpv4"] = value => Of<CedarIpAddress>(value, ip => Evaluated.Of(!ip.IsV6)),
        ["isIpv6"] = value => Of<CedarIpAddress>(value, ip => Evaluated.Of(ip.IsV6)),
        ["isLoopback"] = value => Of<CedarIpAddress>(value, ip => Evaluated.Of(ip.IsLoopback)),
        ["isMulticast"] = value => Of<CedarIpAddress>(value, ip => Evaluated.Of(ip.IsMulticast)),
        ["toDate"] = value => Of<CedarDateTime>(value, at => at.Date is { } date ? date : Evaluated.Failed("overflow in `toDate`")),
        ["toTime"] = value => Of<CedarDateTime>(value, at => at.TimeOfDay),
        ["toMilliseconds"] = value => Whole(value, 1),
        ["toSeconds"] = value => Whole(value, 1_000),
        ["toMinutes"] = value => Whole(value, 60_000),
        ["toHours"] = value => Whole(value, 3_600_000),
        ["toDays"] = value => Whole(value, 86_400_000),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Func<CedarValue, CedarValue, Evaluated>> OfTwo = new Dictionary<string, Func<CedarValue, CedarValue, Evaluated>>
    {
        ["lessThan"] = (a, b) => Of<CedarDecimal, CedarDecimal>(a, b, (x, y) => Evaluated.Of(x.TenThousandths < y.TenThousandths)),
        ["lessThanOrEqual"] = (a, b) => Of<CedarDecimal, CedarDecimal>(a, b, (x, y) => Evaluated.Of(x.TenThousandths <= y.TenThousandths)),
        ["greaterThan"] = (a, b) => Of<CedarDecimal, CedarDecimal>(a, b, (x, y) => Evaluated.Of(x.TenThousandths > y.TenThousandths)),
        ["greaterThanOrEqual"] = (a, b) => Of<CedarDecimal, CedarDecimal>(a, b, (x, y) => Evaluated.Of(x.TenThousandths >= y.TenThousandths)),
        ["isInRange"] = (a, b) => Of<CedarIpAddress, CedarIpAddress>(a, b, (x, y) => Evaluated.Of(x.IsInRange(y))),
        ["offset"] = (a, b) => Of<CedarDateTime, CedarDuration>(a, b, (at, by) =>
            Fitted((Int128)at.Milliseconds + by.Milliseconds, "offset", sum => new CedarDateTime(sum))),
        ["durationSince"] = (a, b) => Of<CedarDateTime, CedarDateTime>(a, b, (at, since) =>
            Fitted((Int128)at.Milliseconds - since.Milliseconds, "durationSince", difference => new CedarDuration(difference))),
    }.ToFrozenDictionary();

    public static Evaluator Compile(string function, Evaluator[] arguments) => request => Call(function, Collections.EvaluateAll(arguments, request));

    /// <summary>What the function gives for these; or the first error among them.</summary>
    public static Evaluated Call(string function, params Evaluated[] arguments)
    {
        if (Collections.FirstError(arguments) is { } error)
            return error;
        if (arguments is [var only] && OfOne.TryGetValue(function, out var ofOne))
            return ofOne(only.Value!);
        if (arguments is [var first, var second] && OfTwo.TryGetValue(function, out var ofTwo))
            return ofTwo(first.Value!, second.Value!);
        return Evaluated.Failed($"wrong number of arguments for `{function}`: {arguments.Length}");
    }

    private static Evaluated Made(CedarValue value, Func<string, CedarValue?> parse, string what) =>
        value is not CedarString { Value: var text } ? Evaluated.WrongType(value, "string")
        : parse(text) is { } made ? made
        : Evaluated.Failed($"`{text}` is no {what}");

    private static Evaluated Of<T>(CedarValue value, Func<T, Evaluated> call) where T : CedarValue =>
        value is T receiver ? call(receiver) : Evaluated.WrongType(value, NameOf<T>());

    private static Evaluated Of<T1, T2>(CedarValue first, CedarValue second, Func<T1, T2, Evaluated> call) where T1 : CedarValue where T2 : CedarValue =>
        first is not T1 one ? Evaluated.WrongType(first, NameOf<T1>())
        : second is not T2 other ? Evaluated.WrongType(second, NameOf<T2>())
        : call(one, other);

    private static string NameOf<T>() =>
        typeof(T) == typeof(CedarDecimal) ? "decimal" : typeof(T) == typeof(CedarIpAddress) ? "ipaddr" : typeof(T) == typeof(CedarDateTime) ? "datetime" : "duration";

    /// <summary>Towards zero.</summary>
    private static Evaluated Whole(CedarValue value, long milliseconds) =>
        Of<CedarDuration>(value, duration => new CedarLong(duration.Milliseconds / milliseconds));

    private static Evaluated Fitted(Int128 value, string function, Func<long, CedarValue> make) =>
        value < long.MinValue || value > long.MaxValue ? Evaluated.Failed($"overflow in `{function}`") : make((long)value);
}
