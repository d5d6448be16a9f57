using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Notices;

/// <summary>Tells something of a child that is no concern by itself, and goes to those who must know of its kind.</summary>
/// <remarks>
/// From: an adapter. To: routing, and from there a <c>delivery</c> to each recipient that policy allows. What it says is in its parts, so
/// that each reader gets what the role needs. The same notice told again replaces what was told.
/// </remarks>
public abstract record Notice
{
    /// <summary>The sender's own reference for the notice; the adapter replaces it by a keyed hash.</summary>
    [Text(100)]
    public required string NoticeId { get; init; }

    /// <summary>When the sender needs an answer.</summary>
    public DateTimeOffset? RespondBy { get; init; }

    /// <summary>What the translation could not use and dropped.</summary>
    [Items(100)]
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>What is said, part by part.</summary>
    public required MessageParts Parts { get; init; }
}

/// <summary>
/// A pupil's attendance has fallen below a line: in <c>education.attendancePercent</c> and <c>education.attendanceLine</c>. Early help is
/// considered: started, or not and why. Source: Cumbria's briefing on five serious case reviews: below 85 %.
/// </summary>
public sealed record AttendanceThreshold : Notice;

/// <summary>
/// A child was not brought to an appointment: in <c>medical.notBrought</c>, with how often. Source: Sussex Child Protection and
/// Safeguarding Procedures, 5.3: a child is not brought, it does not fail to attend.
/// </summary>
public sealed record AppointmentWasNotBrought : Notice;

/// <summary>
/// Police have attended domestic abuse where a child lives or was: in <c>incident</c>. For the child's school before its next day
/// begins; nobody speaks to the parents about it. Source: Operation Encompass; Domestic Abuse Act 2021, s.49A.
/// </summary>
public sealed record DomesticAbuseNotification : Notice;

/// <summary>
/// Something around the child has changed, so that what was assessed may not hold any more: in <c>incident.change</c>. Source: Cumbria's
/// briefing on five serious case reviews: a cue for reappraisal.
/// </summary>
public sealed record CircumstancesChanged : Notice;

/// <summary>
/// A plan was opened, visited, reviewed, ended, or is proposed to end: in the one plan of <c>plan.plans</c>. Source: Working Together to
/// Safeguard Children 2023.
/// </summary>
public sealed record PlanChanged : Notice
{
    /// <summary>The sender's own reference for the plan, the same in each change of it; the adapter replaces it by a keyed hash.</summary>
    [Text(100)]
    public required string PlanId { get; init; }
}

/// <summary>
/// Somebody who works with the child asks that a plan is stopped and looked at anew, at any time and in any role; why is in
/// <c>incident.facts</c>. Source: Suffolk Safeguarding Children Board's response to a serious case review, 4.5.4.
/// </summary>
public sealed record StopAndReviewRequested : Notice;

/// <summary>
/// A step or the outcome of proceedings about the child: in <c>plan.legal</c>. To the core group, and nobody else. Source: Suffolk LSCB, response
/// to a serious case review, 9.3.5.
/// </summary>
public sealed record LegalOutcome : Notice;
