using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Consent;

/// <summary>Somebody was asked for agreement, and what they said. Agreement to a service and agreement to share are different facts.</summary>
public sealed record ConsentRecorded
{
    /// <summary>The sender's own reference; the adapter replaces it by a keyed hash.</summary>
    [Text(100)]
    public required string ConsentId { get; init; }

    /// <summary>What the agreement is to.</summary>
    public required AgreementTo AgreementTo { get; init; }

    /// <summary>What was said.</summary>
    public required ConsentAnswer Answer { get; init; }

    /// <summary>Why not asked, or why refused. Plain words.</summary>
    [Text(2_000)]
    public string? Reason { get; init; }

    /// <summary>The kinds of agency it covers; empty: all.</summary>
    [Items(4)]
    public IReadOnlyList<AgencyKind> Agencies { get; init; } = [];

    /// <summary>The parts it covers; empty: all.</summary>
    [Items(20)]
    public IReadOnlyList<PartName> Scope { get; init; } = [];

    /// <summary>Who answered.</summary>
    public required ConsentGivenBy GivenBy { get; init; }

    /// <summary>For a child under 16: the post that found the child competent for this decision (Gillick), and nothing more lasting.</summary>
    [Text(100)]
    public string? CompetenceAssessedBy { get; init; }

    /// <summary>From when it holds.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>The first instant at which it no longer holds; absent: until withdrawn.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>Identity of the child.</summary>
    public required MessageParts Parts { get; init; }
}

/// <summary>What an agreement is to.</summary>
public enum AgreementTo
{
    /// <summary>To receive a service.</summary>
    Service = 1,

    /// <summary>To the sharing of information.</summary>
    Share,
}

/// <summary>What was said.</summary>
public enum ConsentAnswer
{
    /// <summary>Yes.</summary>
    Given = 1,

    /// <summary>No.</summary>
    Refused,

    /// <summary>Nobody was asked.</summary>
    NotSought,

    /// <summary>The law does not need it.</summary>
    NotNeeded,
}

/// <summary>Who answered.</summary>
public enum ConsentGivenBy
{
    /// <summary>The child.</summary>
    Child = 1,

    /// <summary>Somebody with parental responsibility.</summary>
    Parent,

    /// <summary>Somebody else with authority: a court, a guardian.</summary>
    Other,
}

/// <summary>An agreement was taken back. Urgent: it holds for everything not yet sent.</summary>
public sealed record ConsentWithdrawn
{
    /// <summary>The agreement, in the form the sender used to record it.</summary>
    [Text(100)]
    public required string ConsentId { get; init; }

    /// <summary>From when.</summary>
    public required DateTimeOffset WithdrawnAt { get; init; }

    /// <summary>Who took it back.</summary>
    public required ConsentGivenBy WithdrawnBy { get; init; }

    /// <summary>Identity of the child.</summary>
    public required MessageParts Parts { get; init; }
}
