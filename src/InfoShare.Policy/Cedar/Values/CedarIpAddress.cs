namespace InfoShare.Policy.Cedar.Values;

/// <summary>An IPv4 or IPv6 address, or a range of them.</summary>
/// <param name="IsV6">Whether it is IPv6; no IPv4 range holds an IPv6 one, nor the other way round.</param>
/// <param name="Bits">The address as written; an IPv4 one in the lowest 32 bits.</param>
/// <param name="PrefixLength">How many leading bits are the range's; 32 or 128 of a single address.</param>
public sealed record CedarIpAddress(bool IsV6, UInt128 Bits, int PrefixLength) : CedarValue
{
    public override string TypeName => "ipaddr";
}
