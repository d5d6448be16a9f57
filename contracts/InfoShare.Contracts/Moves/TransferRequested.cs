using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Moves;

/// <summary>One side asks another to take over a child: a case, a place at school, a service. Until it has said so, nothing passes.</summary>
/// <remarks>
/// From: an adapter. To: routing, and from there the one post that is asked. Source: Working Together to Safeguard Children 2023 and
/// local procedures for children who move with a plan, such as Norfolk's 3.8.
/// </remarks>
public sealed record TransferRequested
{
    /// <summary>The sender's own reference for the transfer; the adapter replaces it by a keyed hash.</summary>
    [Text(100)]
    public required string TransferId { get; init; }

    /// <summary>What is to pass.</summary>
    public required TransferKind Kind { get; init; }

    /// <summary>GSS code of the area left; absent when nothing is left but a school or a service.</summary>
    [Text(9, Pattern = "^[A-Z][0-9]{8}$")]
    public string? FromArea { get; init; }

    /// <summary>GSS code of the area whose front door is asked; absent where <see cref="ToOrganisation"/> is asked.</summary>
    [Text(9, Pattern = "^[A-Z][0-9]{8}$")]
    public string? ToArea { get; init; }

    /// <summary>Who is asked, as <c>scheme/code</c>: <c>urn/999999</c>; absent: the front door of <see cref="ToArea"/>.</summary>
    [Text(50, Pattern = "^(urn|ods|police|la)/[A-Za-z0-9]{1,20}$")]
    public string? ToOrganisation { get; init; }

    /// <summary>The post there. Source: the directory's list of roles; absent: the school's lead for a school, the front door for an authority.</summary>
    [Text(100)]
    public string? ToRole { get; init; }

    /// <summary>The first day in the new place, if known.</summary>
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>What goes along with it. What is not named here counts as missing.</summary>
    [Items(7)]
    public IReadOnlyList<PackItem> Pack { get; init; } = [];

    /// <summary>What the translation could not use and dropped.</summary>
    [Items(100)]
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>What is said, part by part.</summary>
    public required MessageParts Parts { get; init; }
}

/// <summary>What passes from one side to another.</summary>
public enum TransferKind
{
    /// <summary>An authority's responsibility for a child with a plan. It passes only after a conference on the other side.</summary>
    Authority = 1,

    /// <summary>A place at a school: another, or the next one up.</summary>
    School,

    /// <summary>A service or team, such as health visitor to school nurse.</summary>
    Service,
}

/// <summary>One item of the transfer pack.</summary>
public sealed record PackItem
{
    /// <summary>Which.</summary>
    public required PackContent Item { get; init; }

    /// <summary>Whether it is there.</summary>
    public required PackState State { get; init; }

    /// <summary>The day on which it went or will go.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>What belongs into a transfer pack. Source: Norfolk Safeguarding Children Partnership procedures, 3.8.</summary>
public enum PackContent
{
    /// <summary>Why the family has moved, and how it is housed.</summary>
    HousingRationale = 1,

    /// <summary>The plan as it stands.</summary>
    CurrentPlan,

    /// <summary>Reports of earlier conferences.</summary>
    ConferenceReports,

    /// <summary>Assessments, with the risk.</summary>
    Assessments,

    /// <summary>What the move does to the risk.</summary>
    EffectOfMove,

    /// <summary>Special needs in health and education.</summary>
    SpecialNeeds,

    /// <summary>The chronology.</summary>
    Chronology,
}

/// <summary>Whether an item of the pack is there.</summary>
public enum PackState
{
    /// <summary>It is in this message, or has gone by the partnership's secure way for files.</summary>
    Sent = 1,

    /// <summary>It follows.</summary>
    ToFollow,

    /// <summary>There is none.</summary>
    NotHeld,
}
