using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Parts;

/// <summary>What happened or was seen, and what is asked for. Needs the identity part to make sense, so it is never released without it.</summary>
public sealed record IncidentPart
{
    /// <summary>When it was seen or happened. A day without a time is sent as a day: see <see cref="ObservedOn"/>.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>The day it was seen, where no time is known.</summary>
    public DateOnly? ObservedOn { get; init; }

    /// <summary>When the sender wrote it down.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>Category of abuse. Source: CIN census: NEG neglect, PHY physical, SAB sexual, EMO emotional, MUL multiple.</summary>
    [Items(5, Pattern = "^(NEG|PHY|SAB|EMO|MUL)$")]
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Factors. Source: CIN census assessment factors: 1A–24A, such as 3B domestic abuse of a parent or carer.</summary>
    [Items(40, Pattern = "^[0-9]{1,2}[A-F]?$")]
    public IReadOnlyList<string> Factors { get; init; } = [];

    /// <summary>Primary need. Source: CIN census: N0–N9.</summary>
    [Text(2, Pattern = "^N[0-9]$")]
    public string? PrimaryNeed { get; init; }

    /// <summary>Who raised it first. Source: CIN census ReferralSource: 1A–1D, 2A, 2B, 3A–3F, 4, 5A–5D, 6–10.</summary>
    [Text(2, Pattern = "^(1[A-D]|2[AB]|3[A-F]|4|5[A-D]|6|7|8|9|10)$")]
    public string? ReferralSource { get; init; }

    /// <summary>What was seen, in plain words.</summary>
    [Text(20_000)]
    public string? Facts { get; init; }

    /// <summary>The sender's reference for the incident or crime. At most 40 characters, never parsed.</summary>
    [Text(40)]
    public string? Reference { get; init; }

    /// <summary>What has changed around the child.</summary>
    public ChangeKind? Change { get; init; }

    /// <summary>Whether the child was there when it happened.</summary>
    public bool? ChildPresent { get; init; }

    /// <summary>Whether the police have recorded a crime.</summary>
    public bool? CrimeRecorded { get; init; }

    /// <summary>Whether the family knows of this message.</summary>
    public FamilyInformed? FamilyInformed { get; init; }

    /// <summary>Why the family was or was not told.</summary>
    [Text(2_000)]
    public string? FamilyInformedWhy { get; init; }

    /// <summary>What the sender asks the reader to do.</summary>
    [Text(4_000)]
    public string? ActionRequested { get; init; }

    /// <summary>Earlier concerns of this sender about this child.</summary>
    [Whole(0, 10_000)]
    public int? PriorConcernCount { get; init; }
}

/// <summary>Whether the family knows.</summary>
public enum FamilyInformed
{
    /// <summary>They were told.</summary>
    Yes = 1,

    /// <summary>They were not told.</summary>
    No,

    /// <summary>Telling them would put somebody at risk.</summary>
    Unsafe,
}

/// <summary>What has changed around a child.</summary>
public enum ChangeKind
{
    /// <summary>An adult has joined the household.</summary>
    NewAdult = 1,

    /// <summary>A parent or the child is expecting a child.</summary>
    Pregnancy,

    /// <summary>The parents have separated.</summary>
    Separation,

    /// <summary>The family has lost its home.</summary>
    Homelessness,

    /// <summary>The child was excluded from school.</summary>
    Exclusion,

    /// <summary>The family does not take up help any more, or does not open the door.</summary>
    Disengagement,

    /// <summary>Something else, said in words.</summary>
    Other,
}
