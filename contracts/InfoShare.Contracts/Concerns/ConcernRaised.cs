using System.Text.Json.Serialization;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Concerns;

/// <summary>A concern about one child.</summary>
/// <remarks>
/// From: an agency's adapter, or its system in the same form. To: routing. Answered by a <c>receipt</c>, then by
/// deliveries to the recipients the policy allows, and by <c>sharing.withheld</c> where anything was kept back.
/// Urgent when the level is 4 or more or unknown, the danger is immediate, or the address is restricted.
/// </remarks>
public sealed record ConcernRaised
{
    /// <summary>The sender's own reference for the concern; the adapter replaces it by a keyed hash. 1 to 100 characters.</summary>
    [Text(100)]
    public required string ConcernId { get; init; }

    /// <summary>
    /// Level of need as the sender sees it: 0 information, 1 universal, 2 early help, 3 child in need (s.17),
    /// 4 significant harm (s.47), 5 immediate protection. Absent: unknown, which counts as a risk of significant harm.
    /// Source: each partnership's published threshold document, normalised.
    /// </summary>
    [Whole(0, 5)]
    public int? LevelOfNeed { get; init; }

    /// <summary>True when a child is in danger now.</summary>
    public bool ImmediateDanger { get; init; }

    /// <summary>True when the concern is an allegation against somebody who works with children: goes to the designated officer instead.</summary>
    public bool AllegationAgainstStaff { get; init; }

    /// <summary>Police handling of the whole message; absent means lawful sharing permitted.</summary>
    public Handling? Handling { get; init; }

    /// <summary>
    /// Why telling others would be more detrimental to the child than not telling them, in plain words, if that is so. Kept on
    /// record and sent to nobody. Source: Children Act 2004 s.16LB(3).
    /// </summary>
    [Text(2_000)]
    public string? Detriment { get; init; }

    /// <summary>When the sender needs an answer.</summary>
    public DateTimeOffset? RespondBy { get; init; }

    /// <summary>Concerns about brothers and sisters raised with this one, by <c>concernId</c>.</summary>
    [Items(30), Text(100)]
    public IReadOnlyList<string> LinkedConcerns { get; init; } = [];

    /// <summary>What the translation could not use and dropped.</summary>
    [Items(100)]
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>What is said, part by part.</summary>
    public required MessageParts Parts { get; init; }
}

/// <summary>How police information may be handled. Source: College of Policing 3x5x2 handling codes.</summary>
public sealed record Handling
{
    /// <summary>P or C.</summary>
    public required HandlingCode Code { get; init; }

    /// <summary>For C: the conditions. Without them only the named officer gets it.</summary>
    [Text(1_000)]
    public string? Conditions { get; init; }

    /// <summary>For C: who may have it, as <c>scheme/code#role</c>, such as <c>la/E06000063#named-officer</c>.</summary>
    [Items(20), Text(100)]
    public IReadOnlyList<string> NamedRecipients { get; init; } = [];
}

/// <summary>Handling codes of 3x5x2.</summary>
public enum HandlingCode
{
    /// <summary>Lawful sharing permitted.</summary>
    [JsonStringEnumMemberName("P")] P = 1,

    /// <summary>Lawful sharing permitted with conditions.</summary>
    [JsonStringEnumMemberName("C")] C,
}

/// <summary>An optional field that was dropped because it could not be used. The record went on without it.</summary>
public sealed record Mark
{
    /// <summary>The field in the agency's own format.</summary>
    [Text(200)]
    public required string Field { get; init; }

    /// <summary>What is required of it. Never the value.</summary>
    [Text(200)]
    public required string Problem { get; init; }
}
