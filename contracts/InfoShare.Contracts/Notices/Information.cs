using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Notices;

/// <summary>
/// One post is asked what it knows: what is in <c>incident.actionRequested</c>, why in <c>incident.facts</c>. Source: Children Act 2004 s.10;
/// DfE, Information sharing, 2024.
/// </summary>
public sealed record InformationRequested : Notice
{
    /// <summary>Who is asked, as <c>scheme/code#role</c>.</summary>
    [Text(100)]
    public required string Asked { get; init; }
}

/// <summary>Who was asked tells what it knows. Goes back to who asked.</summary>
public sealed record InformationSupplied
{
    /// <summary>The delivery of <c>info.requested</c> that is answered.</summary>
    [Text(100)]
    public required string DeliveryId { get; init; }

    /// <summary>The post that answers.</summary>
    [Text(100)]
    public required string Role { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What is known.</summary>
    [Text(4_000)]
    public required string Information { get; init; }
}

/// <summary>Who was asked does not tell. Goes back to who asked.</summary>
public sealed record InformationDeclined
{
    /// <summary>The delivery of <c>info.requested</c> that is answered.</summary>
    [Text(100)]
    public required string DeliveryId { get; init; }

    /// <summary>The post that answers.</summary>
    [Text(100)]
    public required string Role { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Which kind of reason.</summary>
    public required InformationRefusal Because { get; init; }

    /// <summary>The reason in words; where telling would harm the child more than it helps, how.</summary>
    [Text(4_000)]
    public required string Rationale { get; init; }
}

/// <summary>Why information is not given.</summary>
public enum InformationRefusal
{
    /// <summary>Nothing is known.</summary>
    NotHeld = 1,

    /// <summary>It would be more detrimental to the child to tell than not to. Source: Children Act 2004 s.16LB(3), not commenced.</summary>
    Detriment,

    /// <summary>No lawful basis is seen.</summary>
    NoBasis,
}

/// <summary>
/// Somebody has decided not to tell another agency of a child, and why. Kept and counted, delivered to nobody. Source: Children Act 2004
/// s.16LB(3), not commenced.
/// </summary>
public sealed record DisclosureRefused
{
    /// <summary>The sender's own reference; the adapter replaces it by a keyed hash.</summary>
    [Text(100)]
    public required string DisclosureId { get; init; }

    /// <summary>Who was not told, as <c>scheme/code</c>.</summary>
    [Text(50, Pattern = "^(urn|ods|police|la)/[A-Za-z0-9]{1,20}$")]
    public required string Organisation { get; init; }

    /// <summary>Which parts were kept back; empty: all.</summary>
    [Items(20)]
    public IReadOnlyList<PartName> Withheld { get; init; } = [];

    /// <summary>Why it would be more detrimental to the child to tell than not to.</summary>
    [Text(4_000)]
    public required string Detriment { get; init; }

    /// <summary>Identity.</summary>
    public required MessageParts Parts { get; init; }
}
