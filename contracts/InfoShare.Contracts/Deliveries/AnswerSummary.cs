using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Deliveries;

/// <summary>What a recipient answered.</summary>
public sealed record AnswerSummary
{
    /// <summary>The kind of agency that answers.</summary>
    public required AgencyKind By { get; init; }

    /// <summary>The role that answers.</summary>
    [Text(100)]
    public required string Role { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The message that is answered, by its CloudEvents id; absent in a challenge, which is about somebody else's.</summary>
    [Text(100)]
    public string? InReplyTo { get; init; }

    /// <summary>An acknowledgement.</summary>
    public AcknowledgementAnswer? Acknowledgement { get; init; }

    /// <summary>A decision.</summary>
    public ConcernOutcome? Outcome { get; init; }

    /// <summary>What came of it for the child.</summary>
    public PlanEffect? Effect { get; init; }

    /// <summary>What a health role thinks of the end of a plan.</summary>
    public PlanView? View { get; init; }

    /// <summary>To a request for information: whether it is given.</summary>
    public bool? Informed { get; init; }

    /// <summary>Why information is not given.</summary>
    public InformationRefusal? RefusedBecause { get; init; }

    /// <summary>A challenge.</summary>
    public ChallengeSummary? Challenge { get; init; }

    /// <summary>The answer to a challenge: whether the decision is changed.</summary>
    public bool? Changed { get; init; }

    /// <summary>A step of a transfer.</summary>
    public TransferState? Transfer { get; init; }

    /// <summary>Why a transfer is declined.</summary>
    public DeclineReason? DeclinedBecause { get; init; }

    /// <summary>What the conference on the receiving side came to.</summary>
    public ConferenceOutcome? Conference { get; init; }

    /// <summary>For a transfer: the day of the conference, or of responsibility.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The rationale of a decision, the note of an acknowledgement, whom to reach about a transfer, or what was asked for.</summary>
    [Text(4_000)]
    public string? Text { get; init; }
}
