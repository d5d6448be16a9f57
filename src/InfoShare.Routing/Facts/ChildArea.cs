using InfoShare.Contracts.Parts;
using InfoShare.Directory;

namespace InfoShare.Routing.Facts;

/// <summary>The children's-services authority of an address. Source: ONS code register and postcode directory.</summary>
internal static class ChildArea
{
    /// <summary>Of the address that holds now; null when it cannot be told.</summary>
    public static string? Of(AddressPart? part, Postcodes postcodes, DateOnly day) =>
        Of(part?.Addresses.FirstOrDefault(a => a.Use is not AddressUse.Old), postcodes, day);

    /// <summary>Of one address: its area code if it has one, else its postcode.</summary>
    public static string? Of(Address? address, Postcodes postcodes, DateOnly day) =>
        LocalAuthorities.AuthorityFor(address?.AreaCode, day) ?? postcodes.AuthorityAt(address?.Postcode, day);

    /// <summary>Of the address before: the latest old one.</summary>
    public static string? Before(AddressPart? part, Postcodes postcodes, DateOnly day) =>
        Of(part?.Addresses.Where(a => a.Use is AddressUse.Old).MaxBy(a => a.To ?? DateOnly.MinValue), postcodes, day);
}
