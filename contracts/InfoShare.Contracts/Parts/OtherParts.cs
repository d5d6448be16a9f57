using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Parts;

/// <summary>Health information.</summary>
public sealed record MedicalPart
{
    /// <summary>ODS code of the GP practice. Source: NHS ODS.</summary>
    [Text(10, Pattern = "^[A-Z0-9]{3,10}$")]
    public string? GpPractice { get; init; }

    /// <summary>Appointments that the child was not brought to.</summary>
    public NotBrought? NotBrought { get; init; }

    /// <summary>Health information in plain words.</summary>
    [Text(20_000)]
    public string? Notes { get; init; }
}

/// <summary>How often a child was not brought to appointments, up to the last one.</summary>
public sealed record NotBrought
{
    /// <summary>The day of the last one.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Missed since the child was last there, this one included.</summary>
    [Whole(1, 10_000)]
    public int? InARow { get; init; }

    /// <summary>Missed within twelve months to the last one, that one included.</summary>
    [Whole(1, 10_000)]
    public int? InTwelveMonths { get; init; }

    /// <summary>Called off in the same time: cancelling again and again can hide that a child is not brought.</summary>
    [Whole(0, 10_000)]
    public int? Cancelled { get; init; }
}

/// <summary>School, attendance and learning.</summary>
public sealed record EducationPart
{
    /// <summary>URN of the child's school, 6 digits. Source: GIAS.</summary>
    [Text(6, Pattern = "^[0-9]{6}$")]
    public string? SchoolUrn { get; init; }

    /// <summary>Attendance in percent of possible sessions, 0 to 100.</summary>
    [Percent]
    public decimal? AttendancePercent { get; init; }

    /// <summary>The line that attendance has fallen below, in percent: 85, 90 or 50.</summary>
    [Percent]
    public decimal? AttendanceLine { get; init; }

    /// <summary>What was decided about early help; absent: not told.</summary>
    public EarlyHelpDecision? EarlyHelp { get; init; }

    /// <summary>Anything else from school.</summary>
    [Text(10_000)]
    public string? Notes { get; init; }
}

/// <summary>Early help was considered.</summary>
public sealed record EarlyHelpDecision
{
    /// <summary>Whether it was started.</summary>
    public required bool Started { get; init; }

    /// <summary>When.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Why; required where it was not started.</summary>
    [Text(4_000)]
    public string? Reason { get; init; }
}

/// <summary>Graded police intelligence. Source: College of Policing 3x5x2.</summary>
public sealed record IntelligencePart
{
    /// <summary>The grading scheme, always named because older ones use the same letters: <c>3x5x2</c>.</summary>
    [Text(10)]
    public required string Scheme { get; init; }

    /// <summary>Source evaluation: 1 reliable, 2 untested, 3 not reliable.</summary>
    [Text(1, Pattern = "^[1-3]$")]
    public string? SourceEvaluation { get; init; }

    /// <summary>Assessment: A known directly, B indirectly and corroborated, C indirectly, D not known, E suspected false.</summary>
    [Text(1, Pattern = "^[A-E]$")]
    public string? Assessment { get; init; }

    /// <summary>What is known.</summary>
    [Text(10_000)]
    public string? Notes { get; init; }
}

/// <summary>People outside the household whose identity needs its own protection.</summary>
public sealed record ThirdPartyPart
{
    /// <summary>Reporters, neighbours, relatives.</summary>
    [Items(30)]
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>What they said, or what would identify them.</summary>
    [Text(10_000)]
    public string? Notes { get; init; }
}

/// <summary>Who to call about this.</summary>
public sealed record ContactPart
{
    /// <summary>The post, not the person: <c>designated-safeguarding-lead</c>.</summary>
    [Text(100)]
    public required string Role { get; init; }

    /// <summary>Team or unit.</summary>
    [Text(200)]
    public string? Team { get; init; }

    /// <summary>Telephone or e-mail of the post.</summary>
    [Text(200)]
    public string? Reach { get; init; }
}

/// <summary>Open plans.</summary>
public sealed record PlanPart
{
    /// <summary>The plans.</summary>
    [Items(20)]
    public IReadOnlyList<OpenPlan> Plans { get; init; } = [];

    /// <summary>Short id in the directory of the team that holds the case, such as <c>social-care-team-east</c>.</summary>
    [Text(100)]
    public string? AllocatedTeam { get; init; }
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
