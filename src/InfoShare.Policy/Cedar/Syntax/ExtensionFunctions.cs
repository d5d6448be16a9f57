using System.Collections.Frozen;

namespace InfoShare.Policy.Cedar.Syntax;

/// <summary>The functions and methods of Cedar's extension types.</summary>
/// <remarks>Cedar documentation, "Operators and functions".</remarks>
public static class ExtensionFunctions
{
    /// <summary>By name.</summary>
    public static readonly FrozenDictionary<string, ExtensionFunction> All = new ExtensionFunction[]
    {
        new("decimal", false, [ValueKind.String], ValueKind.Decimal),
        new("lessThan", true, [ValueKind.Decimal, ValueKind.Decimal], ValueKind.Boolean),
        new("lessThanOrEqual", true, [ValueKind.Decimal, ValueKind.Decimal], ValueKind.Boolean),
        new("greaterThan", true, [ValueKind.Decimal, ValueKind.Decimal], ValueKind.Boolean),
        new("greaterThanOrEqual", true, [ValueKind.Decimal, ValueKind.Decimal], ValueKind.Boolean),
        new("ip", false, [ValueKind.String], ValueKind.IpAddress),
        new("isIpv4", true, [ValueKind.IpAddress], ValueKind.Boolean),
        new("isIpv6", true, [ValueKind.IpAddress], ValueKind.Boolean),
        new("isLoopback", true, [ValueKind.IpAddress], ValueKind.Boolean),
        new("isMulticast", true, [ValueKind.IpAddress], ValueKind.Boolean),
        new("isInRange", true, [ValueKind.IpAddress, ValueKind.IpAddress], ValueKind.Boolean),
        new("datetime", false, [ValueKind.String], ValueKind.DateTime),
        new("offset", true, [ValueKind.DateTime, ValueKind.Duration], ValueKind.DateTime),
        new("durationSince", true, [ValueKind.DateTime, ValueKind.DateTime], ValueKind.Duration),
        new("toDate", true, [ValueKind.DateTime], ValueKind.DateTime),
        new("toTime", true, [ValueKind.DateTime], ValueKind.Duration),
        new("duration", false, [ValueKind.String], ValueKind.Duration),
        new("toMilliseconds", true, [ValueKind.Duration], ValueKind.Long),
        new("toSeconds", true, [ValueKind.Duration], ValueKind.Long),
        new("toMinutes", true, [ValueKind.Duration], ValueKind.Long),
        new("toHours", true, [ValueKind.Duration], ValueKind.Long),
        new("toDays", true, [ValueKind.Duration], ValueKind.Long),
    }.ToFrozenDictionary(function => function.Name);
}

/// <summary>One function of an extension type.</summary>
/// <param name="IsMethod">Written <c>a.name(…)</c>, the receiver being the first parameter; otherwise <c>name(…)</c>.</param>
public sealed record ExtensionFunction(string Name, bool IsMethod, IReadOnlyList<ValueKind> Parameters, ValueKind Result)
{
    /// <summary>Whether it makes a value of an extension type from text.</summary>
    public bool IsConstructor => !IsMethod;
}

/// <summary>The types that extension functions take and give.</summary>
public enum ValueKind
{
    /// <summary>true or false</summary>
    Boolean,

    /// <summary>a 64-bit integer</summary>
    Long,

    /// <summary>text</summary>
    String,

    /// <summary>a number with four decimal places</summary>
    Decimal,

    /// <summary>an IPv4 or IPv6 address or range</summary>
    IpAddress,

    /// <summary>an instant in milliseconds</summary>
    DateTime,

    /// <summary>a length of time in milliseconds</summary>
    Duration,
}
