using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Moves;

/// <summary>A child has moved to another area, or is about to. Responsibility stays with the sender's side until the receiver accepts.</summary>
/// <remarks>From: an adapter. To: routing, and from there the receiving area's front door, school, practice and school nursing.</remarks>
public sealed record ChildMovedArea
{
    /// <summary>The sender's own reference for the move; the adapter replaces it by a keyed hash.</summary>
    [Text(100)]
    public required string MoveId { get; init; }

    /// <summary>What kind of move.</summary>
    public required MoveType MoveType { get; init; }

    /// <summary>The first day in the new place, if known.</summary>
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>The signal that showed it.</summary>
    public required MoveSignal DetectedBy { get; init; }

    /// <summary>GSS code of the area left; absent when unknown.</summary>
    [Text(9, Pattern = "^[A-Z][0-9]{8}$")]
    public string? FromArea { get; init; }

    /// <summary>GSS code of the new area; absent when unknown.</summary>
    [Text(9, Pattern = "^[A-Z][0-9]{8}$")]
    public string? ToArea { get; init; }

    /// <summary>GSS code of the authority that holds responsibility until another accepts.</summary>
    [Text(9, Pattern = "^[A-Z][0-9]{8}$")]
    public string? ResponsibilityHeldBy { get; init; }

    /// <summary>What the translation could not use and dropped.</summary>
    [Items(100)]
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>What is said, part by part. The address part lists the new address first, then the old.</summary>
    public required MessageParts Parts { get; init; }
}

/// <summary>Kinds of move.</summary>
public enum MoveType
{
    /// <summary>For good, as far as is known.</summary>
    Permanent = 1,

    /// <summary>For a time.</summary>
    Temporary,

    /// <summary>Not yet happened.</summary>
    Planned,

    /// <summary>Left, and nobody knows where to.</summary>
    UnknownWhereabouts,

    /// <summary>A looked-after child's placement.</summary>
    Placement,

    /// <summary>Temporary accommodation. Source: Housing Act 1996 s.213AA, s.208.</summary>
    TemporaryAccommodation,

    /// <summary>To a refuge: the destination is restricted.</summary>
    Refuge,

    /// <summary>Another school, same home.</summary>
    SchoolOnly,

    /// <summary>Another GP practice, same home as far as is known.</summary>
    GpOnly,

    /// <summary>Another team or service, same home.</summary>
    ServiceArea,

    /// <summary>The boundary moved, not the child: never sent on.</summary>
    BoundaryChange,
}

/// <summary>Signals that show a move.</summary>
public enum MoveSignal
{
    /// <summary>A new address in the sender's record.</summary>
    Address = 1,

    /// <summary>A new GP practice.</summary>
    GpRegistration,

    /// <summary>Left a school.</summary>
    SchoolLeaver,

    /// <summary>Joined a school.</summary>
    SchoolJoiner,

    /// <summary>A placement.</summary>
    Placement,

    /// <summary>CIN census closure RC5, transferred to another authority.</summary>
    TransferOut,

    /// <summary>Police contact outside the area.</summary>
    PoliceContact,

    /// <summary>Somebody said so.</summary>
    Report,
}
