using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Parts;

/// <summary>What was known of the child before this message, as far as the reader may know it. Routing adds it; what a sender writes here is not read.</summary>
public sealed record HistoryPart
{
    /// <summary>How many concerns about the child there were before, whoever raised them.</summary>
    [Whole(0, 1_000)]
    public int EarlierConcerns { get; init; }

    /// <summary>The first day of the earliest of them.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Those of them that happened last, the latest first.</summary>
    [Items(20)]
    public IReadOnlyList<EarlierConcern> Concerns { get; init; } = [];

    /// <summary>Plans there were and are, the latest first, with what they came to.</summary>
    [Items(20)]
    public IReadOnlyList<OpenPlan> Plans { get; init; } = [];

    /// <summary>Who is responsible for the child; absent: nobody has said so.</summary>
    public Responsibility? Responsibility { get; init; }
}

/// <summary>A concern before this one.</summary>
public sealed record EarlierConcern
{
    /// <summary>The day on which it happened or was seen, else was told.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The kind of agency that raised it.</summary>
    public required AgencyKind From { get; init; }

    /// <summary>Level of need as its sender saw it; absent: unknown.</summary>
    [Whole(0, 5)]
    public int? LevelOfNeed { get; init; }

    /// <summary>Categories of abuse. Source: CIN census.</summary>
    [Items(10), Text(3)]
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What was decided about it last; absent: nothing that InfoShare knows of.</summary>
    public ConcernOutcome? Outcome { get; init; }
}

/// <summary>Who is responsible for a child now: it stays with the side that asks until the other has taken over.</summary>
public sealed record Responsibility
{
    /// <summary>GSS code of the authority; absent where it would tell a withheld area.</summary>
    [Text(9)]
    public string? HeldBy { get; init; }

    /// <summary>How far the latest transfer to another authority has come; absent: none was asked for.</summary>
    public TransferState? Transfer { get; init; }
}
