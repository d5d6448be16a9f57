namespace InfoShare.ChildIndex;

/// <summary>What is told of a person to recognise them by, as it was written. Whatever is not known is left out.</summary>
public sealed record PersonDetails
{
    /// <summary>The name in use, and any other that is known.</summary>
    public IReadOnlyList<NameDetails> Names { get; init; } = [];

    /// <summary>In any usual style; see <see cref="Normalising.BirthDate"/>.</summary>
    public string? DateOfBirth { get; init; }

    /// <summary>Where the person lives or has lived.</summary>
    public IReadOnlyList<PlaceDetails> Places { get; init; } = [];

    /// <summary>Evidence, never a gate: one whose check digit does not hold counts for nothing.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>Unique pupil number, likewise.</summary>
    public string? Upn { get; init; }
}

/// <summary>A name as it was written.</summary>
public sealed record NameDetails(string? Given, string? Family);

/// <summary>An address as it was written.</summary>
/// <param name="Line">House and street, without town.</param>
public sealed record PlaceDetails(string? Line, string? Postcode);
