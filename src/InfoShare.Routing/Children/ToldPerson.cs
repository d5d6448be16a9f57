using System.Globalization;
using System.Text.Json;
using InfoShare.ChildIndex;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;

namespace InfoShare.Routing.Children;

/// <summary>What a sender's record says of who the child is: kept sealed, to compare it with other records and for a person to look at.</summary>
public sealed record ToldPerson
{
    /// <summary>Names in use now or before.</summary>
    public IReadOnlyList<PersonName> Names { get; init; } = [];
    public DateOnly? DateOfBirth { get; init; }
    public DateOnly? ExpectedDateOfBirth { get; init; }
    public Sex? Sex { get; init; }
    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];

    /// <summary>Without their times and uses: addresses of other days are as good to recognise somebody by.</summary>
    public IReadOnlyList<Address> Addresses { get; init; } = [];

    /// <summary>Null where a message says nothing of the person.</summary>
    internal static ToldPerson? Of(MessageParts? parts) => parts?.Identity is not { } identity ? null : new()
    {
        Names = identity.Names,
        DateOfBirth = identity.DateOfBirth,
        ExpectedDateOfBirth = identity.ExpectedDateOfBirth,
        Sex = identity.Sex,
        Identifiers = [.. identity.Identifiers.Where(identifier => identifier.System is not IdentifierSystem.Local)],
        Addresses = [.. (parts.Address?.Addresses ?? []).Select(address => address with { From = null, To = null, Use = null })],
    };

    /// <summary>As it is compared with other records.</summary>
    internal PersonDetails ToDetails() => new()
    {
        Names = [.. Names.Select(name => new NameDetails(string.Join(' ', name.Given), name.Family))],
        DateOfBirth = DateOfBirth?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Places = [.. Addresses.Select(address => new PlaceDetails(address.Lines.Count > 0 ? address.Lines[0] : null, address.Postcode))],
        NhsNumber = Value(IdentifierSystem.NhsNumber),
        Upn = Value(IdentifierSystem.Upn),
    };

    private string? Value(IdentifierSystem system) => Identifiers.FirstOrDefault(identifier => identifier.System == system)?.Value;

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, WireJson.Options);

    internal static ToldPerson Read(byte[] json) => JsonSerializer.Deserialize<ToldPerson>(json, WireJson.Options)!;

    /// <summary>The same for the same words, and tells nothing of them.</summary>
    internal static string DigestOf(byte[] json, KeyedHash hash) => hash.Of("person", Convert.ToBase64String(json));
}
