using System.Globalization;

namespace InfoShare.Policy.Cedar.Values;

/// <summary>An IPv4 or IPv6 address, or a range of them.</summary>
/// <param name="IsV6">Whether it is IPv6; no IPv4 range holds an IPv6 one, nor the other way round.</param>
/// <param name="Bits">The address as written; an IPv4 one in the lowest 32 bits.</param>
/// <param name="PrefixLength">How many leading bits are the range's; 32 or 128 of a single address.</param>
public sealed record CedarIpAddress(bool IsV6, UInt128 Bits, int PrefixLength) : CedarValue
{
    private static readonly CedarIpAddress V4Loopback = new(false, 0x7f00_0000, 8);
    private static readonly CedarIpAddress V6Loopback = new(true, 1, 128);
    private static readonly CedarIpAddress V4Multicast = new(false, 0xe000_0000, 4);
    private static readonly CedarIpAddress V6Multicast = new(true, (UInt128)0xff << 120, 8);

    public override string TypeName => "ipaddr";

    /// <summary>Whether the whole range is in 127.0.0.0/8, or is ::1.</summary>
    public bool IsLoopback => IsInRange(IsV6 ? V6Loopback : V4Loopback);

    /// <summary>Whether the whole range is in 224.0.0.0/4 or ff00::/8.</summary>
    public bool IsMulticast => IsInRange(IsV6 ? V6Multicast : V4Multicast);

    private int Width => IsV6 ? 128 : 32;

    private UInt128 HostMask => PrefixLength == 0 ? UInt128.MaxValue >> (128 - Width) : (UInt128.One << (Width - PrefixLength)) - 1;

    /// <summary>Whether all of this range is in the other.</summary>
    public bool IsInRange(CedarIpAddress other) =>
        IsV6 == other.IsV6 && PrefixLength >= other.PrefixLength && (Bits | other.HostMask) == (other.Bits | other.HostMask);

    /// <summary>
    /// An address, alone or with the length of its prefix: <c>10.0.0.0/8</c>, <c>ff00::</c>; null otherwise. IPv4 written
    /// inside IPv6, as in <c>::ffff:1.2.3.4</c>, is not taken, nor are leading zeros in IPv4 or in a prefix length.
    /// </summary>
    public static CedarIpAddress? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = slash < 0 ? text : text[..slash];
        var isV6 = address.Contains(':', StringComparison.Ordinal);
        if ((isV6 ? IpAddressText.V6(address) : IpAddressText.V4(address)) is not { } bits)
            return null;
        var width = isV6 ? 128 : 32;
        return slash < 0 ? new(isV6, bits, width) : Prefix(text[(slash + 1)..], width) is { } prefix ? new(isV6, bits, prefix) : null;
    }

    /// <summary>As <see cref="Parse"/> takes it; without a prefix length where it is a single address.</summary>
    public override string ToString()
    {
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, Bits);
        // IPv6 in groups only: the base library would write some with an IPv4 tail, which is not taken back.
        var address = IsV6
            ? string.Join(':', Enumerable.Range(0, 8).Select(i => ((ushort)(Bits >> (112 - 16 * i))).ToString("x", CultureInfo.InvariantCulture)))
            : string.Join('.', bytes[12..]);
        return PrefixLength == Width ? address : $"{address}/{PrefixLength.ToString(CultureInfo.InvariantCulture)}";
    }

    private static int? Prefix(string digits, int width) =>
        digits.Length <= 3 && Digits.Are(digits) && (digits == "0" || !digits.StartsWith('0'))
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var prefix) && prefix <= width
            ? prefix
            : null;
}
