using InfoShare.Contracts.Codes;

namespace InfoShare.ChildIndex.Normalising;

/// <summary>A person in comparison form. It is made once and compared often.</summary>
public sealed record Profile
{
    public required IReadOnlyList<(NameForm Given, NameForm Family)> Names { get; init; }
    public required BirthDate? Birth { get; init; }
    public required IReadOnlyList<PlaceForm> Places { get; init; }

    /// <summary>Ten digits whose check holds; empty: none.</summary>
    public required string NhsNumber { get; init; }

    /// <summary>A UPN whose check letter holds; empty: none.</summary>
    public required string Upn { get; init; }

    public static Profile Of(PersonDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return new()
        {
            Names = [.. details.Names.Select(name => (NameForm.Of(name.Given), NameForm.Of(name.Family))).Where(name => name.Item1.IsKnown || name.Item2.IsKnown).Distinct()],
            Birth = BirthDate.Read(details.DateOfBirth),
            Places = [.. details.Places.Select(place => PlaceForm.Of(place.Line, place.Postcode)).Where(place => place != new PlaceForm("", "")).Distinct()],
            NhsNumber = Contracts.Codes.NhsNumber.IsValid(details.NhsNumber) ? Contracts.Codes.NhsNumber.Compact(details.NhsNumber) : "",
            Upn = Contracts.Codes.Upn.IsValid(details.Upn) ? Contracts.Codes.Upn.Compact(details.Upn) : "",
        };
    }
}
