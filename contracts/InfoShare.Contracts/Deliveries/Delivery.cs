using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Deliveries;

/// <summary>The released parts of a message, for one role at one organisation. Hand it over once per <see cref="DeliveryId"/>.</summary>
/// <remarks>
/// From: routing. To: one participant's incoming queue. The receiving adapter answers with <c>receipt</c>s
/// (received, handed-over); the role answers with <c>concern.acknowledged</c> and <c>concern.decision</c>.
/// </remarks>
public sealed record Delivery
{
    /// <summary>Keyed hash of message, recipient and kind: the same on every repeat.</summary>
    [Text(100)]
    public required string DeliveryId { get; init; }

    /// <summary>What this delivery is.</summary>
    public required DeliveryKind Kind { get; init; }

    /// <summary>The message it comes from.</summary>
    [Text(100)]
    public required string MessageId { get; init; }

    /// <summary>That message's type, such as <c>concern.raised</c>.</summary>
    [Text(50)]
    public required string MessageType { get; init; }

    /// <summary>The concern or move it is about: the same for the original and each correction.</summary>
    [Text(100)]
    public string? About { get; init; }

    /// <summary>For whom: organisation as <c>scheme/code</c>, and the role there.</summary>
    public required Recipient Recipient { get; init; }

    /// <summary>The kind of agency it comes from, and nothing more precise.</summary>
    public required AgencyKind From { get; init; }

    /// <summary>Level of need as the sender sees it; absent: unknown.</summary>
    [Whole(0, 5)]
    public int? LevelOfNeed { get; init; }

    /// <summary>True when a child is in danger now.</summary>
    public bool ImmediateDanger { get; init; }

    /// <summary>When the sender needs an answer.</summary>
    public DateTimeOffset? RespondBy { get; init; }

    /// <summary>For a move: its kind, day and areas.</summary>
    public MoveSummary? Move { get; init; }

    /// <summary>For a request to take a child over.</summary>
    public TransferSummary? Transfer { get; init; }

    /// <summary>For a meeting that is called or was held.</summary>
    public MeetingSummary? Meeting { get; init; }

    /// <summary>What the reader owes, and by when; absent: nothing but what <see cref="RespondBy"/> says. In a reminder always.</summary>
    public AnswerDue? Due { get; init; }

    /// <summary>For an answer that goes back to the referrer.</summary>
    public AnswerSummary? Answer { get; init; }

    /// <summary>What was released. Empty in a notice.</summary>
    public required MessageParts Parts { get; init; }

    /// <summary>What the sender has not told and should have.</summary>
    [Items(10)]
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>What was kept back, as far as this reader may know.</summary>
    [Items(20)]
    public IReadOnlyList<WithheldPart> Withheld { get; init; } = [];

    /// <summary>Parts in which something was masked; a person is looking at the original.</summary>
    [Items(20)]
    public IReadOnlyList<PartName> Masked { get; init; } = [];

    /// <summary>Lawful bases, statutory gateways and grounds, as codes: docs/policy-guide.md.</summary>
    [Items(20), Text(50)]
    public IReadOnlyList<string> Basis { get; init; } = [];

    /// <summary>The rules that decided, by id.</summary>
    [Items(50), Text(100)]
    public IReadOnlyList<string> Because { get; init; } = [];

    /// <summary>What the reader must do or not do, as codes: <c>no-onward-sharing</c>.</summary>
    [Items(20), Text(100)]
    public IReadOnlyList<string> Obligations { get; init; } = [];
}

/// <summary>What a delivery is.</summary>
public enum DeliveryKind
{
    /// <summary>A message for the first time.</summary>
    Original = 1,

    /// <summary>A message as it should have read.</summary>
    Correction,

    /// <summary>Something the reader had has changed, and the policy denies them the new content.</summary>
    Notice,

    /// <summary>An acknowledgement, a decision or a step of a transfer, for who asked.</summary>
    Answer,

    /// <summary>An answer is owed; without content.</summary>
    Reminder,
}

/// <summary>What is missing in a concern, or in what is told of a plan.</summary>
public enum Gap
{
    /// <summary>What life is like for this child: not even that it could not be asked. Source: West Sussex LSCB, learning from a serious case review.</summary>
    ChildVoice = 1,

    /// <summary>Which adults live with the child: not even that it is not known. Source: Cumbria LSCB, briefing on five serious case reviews.</summary>
    HouseholdAdults,
}

/// <summary>A role at an organisation.</summary>
public sealed record Recipient
{
    /// <summary><c>scheme/code</c>, as in the directory: <c>la/E06000063</c>.</summary>
    [Text(50)]
    public required string Organisation { get; init; }

    /// <summary>The role: <c>children-services-front-door</c>. Source: the directory's list of roles.</summary>
    [Text(100)]
    public required string Role { get; init; }
}

/// <summary>A part that was kept back.</summary>
public sealed record WithheldPart
{
    /// <summary>Which.</summary>
    public required PartName Part { get; init; }

    /// <summary>A coarse code: <c>not-needed-for-role</c>, <c>restricted</c>, <c>no-agreement</c>, <c>held-for-review</c>.</summary>
    [Text(50)]
    public required string Code { get; init; }
}

/// <summary>A delivery must be put out of use. Carries the id and nothing else of it.</summary>
public sealed record DeliveryRecalled
{
    /// <summary>The delivery.</summary>
    [Text(100)]
    public required string DeliveryId { get; init; }

    /// <summary>Why, as a code: <c>withdrawn-by-sender</c>, <c>wrong-person</c>, <c>consent-withdrawn</c>; <c>probe</c>: there never was such a delivery, and only the answer is wanted.</summary>
    [Text(50)]
    public required string Reason { get; init; }
}
