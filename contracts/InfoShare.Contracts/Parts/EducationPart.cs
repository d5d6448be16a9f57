using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Parts;

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
