using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Parts;

/// <summary>Where the child lives and lived.</summary>
public sealed record AddressPart
{
    /// <summary>
    /// True: who knows the address could endanger the child (refuge, domestic abuse, protected person, adoption).
    /// Nobody without the grant gets it on any path. False lifts an earlier restriction of the same sender. Absent says nothing.
    /// </summary>
    public bool? Restricted { get; init; }

    /// <summary>Addresses, the current one first.</summary>
    [Items(20)]
    public IReadOnlyList<Address> Addresses { get; init; } = [];
}

/// <summary>One address.</summary>
public sealed record Address
{
    /// <summary>Lines without the postcode.</summary>
    [Items(8), Text(200)]
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>UK postcode, with or without its space.</summary>
    [Text(10)]
    public string? Postcode { get; init; }

    /// <summary>ONS GSS code of the local authority or district. Source: ONS code register.</summary>
    [Text(9, Pattern = "^[A-Z][0-9]{8}$")]
    public string? AreaCode { get; init; }

    /// <summary>Unique property reference number, 1 to 12 digits. Source: OS AddressBase.</summary>
    [Text(12, Pattern = "^[0-9]{1,12}$")]
    public string? Uprn { get; init; }

    /// <summary>What the address is for; home unless said.</summary>
    public AddressUse? Use { get; init; }

    /// <summary>First day, if known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, if known.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>What an address is for.</summary>
public enum AddressUse
{
    /// <summary>Where the child lives now.</summary>
    Home = 1,

    /// <summary>For a time: temporary accommodation, a stay with relatives.</summary>
    Temporary,

    /// <summary>Where the child lived before.</summary>
    Old,
}
