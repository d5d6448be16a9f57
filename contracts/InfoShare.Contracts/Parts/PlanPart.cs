using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Parts;

/// <summary>Open plans.</summary>
public sealed record PlanPart
{
    /// <summary>The plans.</summary>
    [Items(20)]
    public IReadOnlyList<OpenPlan> Plans { get; init; } = [];

    /// <summary>Id in the directory of the team that holds the case, such as <c>la/E06000063/fell-team</c>.</summary>
    [Text(100)]
    public string? AllocatedTeam { get; init; }

    /// <summary>The latest step of proceedings.</summary>
    public LegalStep? Legal { get; init; }
}

/// <summary>One plan.</summary>
public sealed record OpenPlan
{
    /// <summary>What kind of plan.</summary>
    public required PlanType Type { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Last day; absent while open.</summary>
    public DateOnly? End { get; init; }

    /// <summary>For a child protection plan: category of abuse, CIN census code.</summary>
    [Text(3, Pattern = "^(NEG|PHY|SAB|EMO|MUL)$")]
    public string? Category { get; init; }

    /// <summary>How to reach the plan's manager.</summary>
    [Text(200)]
    public string? ManagerContact { get; init; }

    /// <summary>What has changed; absent where it is only told that there is a plan.</summary>
    public PlanChange? Change { get; init; }

    /// <summary>The day on which it is reviewed next.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>The day of the last visit to the child.</summary>
    public DateOnly? VisitedOn { get; init; }

    /// <summary>Of a plan that has ended: what it came to for the child; absent: not told.</summary>
    public PlanEffect? Effect { get; init; }
}

/// <summary>What has changed about a plan.</summary>
public enum PlanChange
{
    /// <summary>It was opened.</summary>
    Opened = 1,

    /// <summary>The child was visited.</summary>
    Visited,

    /// <summary>It was reviewed, and goes on.</summary>
    Reviewed,

    /// <summary>Another manages it.</summary>
    ManagerChanged,

    /// <summary>It is proposed that it ends.</summary>
    EndProposed,

    /// <summary>It has ended.</summary>
    Ended,
}

/// <summary>What a plan came to for the child.</summary>
public enum PlanEffect
{
    /// <summary>It worked.</summary>
    Worked = 1,

    /// <summary>In part.</summary>
    Partly,

    /// <summary>Nothing changed.</summary>
    NoEffect,

    /// <summary>Nobody knows.</summary>
    NotKnown,
}

/// <summary>Kinds of plan.</summary>
public enum PlanType
{
    /// <summary>Early help.</summary>
    EarlyHelp = 1,

    /// <summary>Child in need, Children Act 1989 s.17.</summary>
    ChildInNeed,

    /// <summary>Child protection plan.</summary>
    ChildProtection,

    /// <summary>Looked after.</summary>
    LookedAfter,

    /// <summary>Pre-proceedings, Public Law Outline.</summary>
    PreProceedings,

    /// <summary>Education, health and care plan.</summary>
    EducationHealthCare,
}

/// <summary>A step of proceedings about a child.</summary>
public sealed record LegalStep
{
    /// <summary>Which.</summary>
    public required LegalStage Stage { get; init; }

    /// <summary>The day.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The order that was made, in words: <c>supervision order</c>; absent: none.</summary>
    [Text(200)]
    public string? Order { get; init; }
}

/// <summary>Stages of proceedings. Source: Public Law Outline.</summary>
public enum LegalStage
{
    /// <summary>Letter before proceedings.</summary>
    LetterBefore = 1,

    /// <summary>Pre-proceedings meeting.</summary>
    PreProceedings,

    /// <summary>An application was made.</summary>
    Issued,

    /// <summary>An interim order was made.</summary>
    InterimOrder,

    /// <summary>A final order was made.</summary>
    FinalOrder,

    /// <summary>No order was made, or the application was withdrawn.</summary>
    NoOrder,
}
