using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Moves;

/// <summary>
/// An organisation knows a child: a pointer (who, since when, which plans) for the index, so that the next concern finds
/// it. Delivered to nobody.
/// </summary>
public sealed record InvolvementRecorded
{
    /// <summary>The sender's own reference for the involvement; the adapter replaces it by a keyed hash.</summary>
    [Text(100)]
    public required string InvolvementId { get; init; }

    /// <summary>First day, if known.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Last day; absent while it goes on.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Why it ended. Source: CIN census ReasonForClosure RC1–RC9.</summary>
    [Text(3, Pattern = "^RC[1-9]$")]
    public string? ClosureReason { get; init; }

    /// <summary>What the translation could not use and dropped.</summary>
    [Items(100)]
    public IReadOnlyList<Concerns.Mark> Marks { get; init; } = [];

    /// <summary>Identity, and plans if any.</summary>
    public required MessageParts Parts { get; init; }
}
