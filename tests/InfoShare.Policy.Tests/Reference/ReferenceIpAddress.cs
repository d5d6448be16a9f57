using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Reference;

/// <summary>Cedar's IP addresses and ranges. No IPv4 address within an IPv6 one, no zone, no leading zero in a decimal number.</summary>
internal static partial class ReferenceIpAddress
{
    private static readonly CedarIpAddress[] Loopback = [Parse("127.0.0.0/8")!, Parse("::1")!];
    private static readonly CedarIpAddress[] Multicast = [Parse("224.0.0.0/4")!, Parse("ff00::/8")!];

    public static CedarIpAddress? Parse(string text)
    {
        var (address, prefix) = text.Split('/') switch
        {
            [var only] => (only, null),
            [var before, var after] => (before, after),
            _ => ("", null),
        };
        if (V4(address) is UInt128 v4)
            return Prefix(prefix, 32) is int length ? new(false, v4, length) : null;
        if (V6(address) is UInt128 v6)
            return Prefix(prefix, 128) is int length ? new(true, v6, length) : null;
        return null;
    }

    public static bool IsLoopback(CedarIpAddress address) => Loopback.Any(range => IsInRange(address, range));

    public static bool IsMulticast(CedarIpAddress address) => Multicast.Any(range => IsInRange(address, range));

    /// <summary>Whether the first and the last address of the one lie in the other.</summary>
    public static bool IsInRange(CedarIpAddress inner, CedarIpAddress outer) =>
        inner.IsV6 == outer.IsV6 && First(inner) >= First(outer) && Last(inner) <= Last(outer);

    private static BigInteger First(CedarIpAddress range) => range.Bits / Size(range) * Size(range);

    private static BigInteger Last(CedarIpAddress range) => First(range) + Size(range) - 1;

    /// <summary>How many addresses it has.</summary>
    private static BigInteger Size(CedarIpAddress range) => BigInteger.One << ((range.IsV6 ? 128 : 32) - range.PrefixLength);

    private static int? Prefix(string? text, int most) =>
        text is null ? most : Number().IsMatch(text) && int.Parse(text, CultureInfo.InvariantCulture) is var number && number <= most ? number : null;

    private static UInt128? V4(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 4 || !parts.All(part => Number().IsMatch(part) && int.Parse(part, CultureInfo.InvariantCulture) <= 255))
            return null;
        return parts.Aggregate(UInt128.Zero, (sum, part) => sum * 256 + UInt128.Parse(part, CultureInfo.InvariantCulture));
    }

    /// <summary>Eight groups; or fewer with one <c>::</c>, which stands for at least one group of zeros.</summary>
    private static UInt128? V6(string text)
    {
        var halves = text.Split("::").Select(half => half.Length == 0 ? [] : half.Split(':')).ToList();
        var written = halves.Sum(half => half.Length);
        var zeros = 8 - written;
        if (!halves.SelectMany(half => half).All(Group().IsMatch) || !(halves.Count == 1 && zeros == 0 || halves.Count == 2 && zeros > 0))
            return null;
        IEnumerable<string> groups = [.. halves[0], .. Enumerable.Repeat("0", zeros), .. halves.Skip(1).SelectMany(half => half)];
        return groups.Aggregate(UInt128.Zero, (sum, group) => sum * 65_536 + UInt128.Parse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"\A(0|[1-9][0-9]{0,2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[0-9a-fA-F]{1,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Group();
}
