using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Deliveries;

/// <summary>The coded facts of a move that its recipients may know.</summary>
public sealed record MoveSummary
{
    /// <summary>Kind of move.</summary>
    public required MoveType MoveType { get; init; }

    /// <summary>First day in the new place.</summary>
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>GSS code of the area left.</summary>
    [Text(9)]
    public string? FromArea { get; init; }

    /// <summary>GSS code of the new area; absent when unknown or withheld.</summary>
    [Text(9)]
    public string? ToArea { get; init; }

    /// <summary>GSS code of the authority that holds responsibility until another accepts; absent where it would tell a withheld area.</summary>
    [Text(9)]
    public string? ResponsibilityHeldBy { get; init; }

    /// <summary>The same for every message about one move, whoever tells of it.</summary>
    [Text(100)]
    public string? Move { get; init; }

    /// <summary>What has told of this move so far, the first first.</summary>
    [Items(20)]
    public IReadOnlyList<MoveEvidence> Evidence { get; init; } = [];
}

/// <summary>One agency's word that a child has moved.</summary>
public sealed record MoveEvidence
{
    /// <summary>What showed it.</summary>
    public required MoveSignal Signal { get; init; }

    /// <summary>The kind of agency that tells.</summary>
    public required AgencyKind From { get; init; }

    /// <summary>The first day in the new place, else the day on which it was told.</summary>
    public required DateOnly On { get; init; }
}
