using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Notices;

/// <summary>
/// A meeting about a child is called: to each post that is invited, and nobody else. Source: Working Together to Safeguard Children 2023; who was
/// invited, who came and who reported is counted for the board (Suffolk LSCB, response to a serious case review, 4.5.2).
/// </summary>
public sealed record MeetingNotified : Notice
{
    /// <summary>The sender's own reference for the meeting, the same when it has been held; the adapter replaces it by a keyed hash.</summary>
    [Text(100)]
    public required string MeetingId { get; init; }

    /// <summary>What kind of meeting.</summary>
    public required MeetingType MeetingType { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who is invited, as <c>scheme/code#role</c>: <c>ods/ZZ999#health-visitor</c>.</summary>
    [Items(50), Text(100)]
    public required IReadOnlyList<string> Invited { get; init; }
}

/// <summary>A meeting was held: to each post that was invited. What was decided is in <c>incident.facts</c> and <c>plan</c>.</summary>
public sealed record MeetingRecorded : Notice
{
    /// <summary>The reference under which it was called.</summary>
    [Text(100)]
    public required string MeetingId { get; init; }

    /// <summary>What kind of meeting.</summary>
    public required MeetingType MeetingType { get; init; }

    /// <summary>The day on which it was held.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>Who was invited, and came or not.</summary>
    [Items(50)]
    public required IReadOnlyList<MeetingPlace> Invited { get; init; }
}

/// <summary>One post that was invited.</summary>
public sealed record MeetingPlace
{
    /// <summary>As <c>scheme/code#role</c>.</summary>
    [Text(100)]
    public required string Post { get; init; }

    /// <summary>Whether it came.</summary>
    public required bool Attended { get; init; }

    /// <summary>Whether it gave a report; absent: none was asked for.</summary>
    public bool? Reported { get; init; }
}

/// <summary>Kinds of meeting.</summary>
public enum MeetingType
{
    /// <summary>Strategy discussion, Children Act 1989 s.47.</summary>
    Strategy = 1,

    /// <summary>Initial child protection conference.</summary>
    InitialConference,

    /// <summary>Core group.</summary>
    CoreGroup,

    /// <summary>Review conference.</summary>
    ReviewConference,

    /// <summary>Transfer-in conference.</summary>
    TransferInConference,

    /// <summary>Pre-proceedings, Public Law Outline.</summary>
    PreProceedings,

    /// <summary>The monthly meeting that looks at plans from 15 months on.</summary>
    MonthlyReview,

    /// <summary>Stop and review.</summary>
    StopAndReview,

    /// <summary>Mediation of a challenge that no stage has settled. Source: Suffolk LSCB, response to a serious case review, 5.4.1.</summary>
    Mediation,
}
