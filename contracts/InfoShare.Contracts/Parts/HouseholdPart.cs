using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Parts;

/// <summary>The people around the child. Unknown adults are stated, never left blank.</summary>
public sealed record HouseholdPart
{
    /// <summary>True when the sender does not know which adults live there.</summary>
    public bool AdultsUnknown { get; init; }

    /// <summary>Adults of the household.</summary>
    [Items(30)]
    public IReadOnlyList<Person> Adults { get; init; } = [];

    /// <summary>Other children of the household; each may have a message of their own.</summary>
    [Items(30)]
    public IReadOnlyList<Person> Siblings { get; init; } = [];

    /// <summary>Anything else about the household.</summary>
    [Text(10_000)]
    public string? Notes { get; init; }
}

/// <summary>A person who is not the child.</summary>
public sealed record Person
{
    /// <summary>Name, if known.</summary>
    public PersonName? Name { get; init; }

    /// <summary>Day of birth, if known.</summary>
    public DateOnly? DateOfBirth { get; init; }

    /// <summary>To the child: mother, step-father, lodger; <c>unknown</c> is an answer.</summary>
    [Text(100)]
    public required string Relationship { get; init; }

    /// <summary>In the incident: alleged-victim, alleged-perpetrator, witness; absent when none.</summary>
    [Text(50)]
    public string? Role { get; init; }
}
