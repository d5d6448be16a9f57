using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Deliveries;

/// <summary>An answer that a reader owes.</summary>
public sealed record AnswerDue
{
    /// <summary>The delivery that waits for it.</summary>
    [Text(100)]
    public required string DeliveryId { get; init; }

    /// <summary>What is owed.</summary>
    public required AnswerOwed Owed { get; init; }

    /// <summary>The clock: <c>referral-decision</c>, <c>early-help-considered</c>, <c>da-notice</c>, <c>plan-end-view</c>, <c>stop-and-review</c>, or <c>respond-by</c> as the sender has asked. Source: docs/clocks.md.</summary>
    [Text(50)]
    public required string Clock { get; init; }

    /// <summary>The last instant in time.</summary>
    public required DateTimeOffset By { get; init; }

    /// <summary>True once it has passed.</summary>
    public bool IsOverdue { get; init; }
}

/// <summary>What a reader owes the sender.</summary>
public enum AnswerOwed
{
    /// <summary>That it was read, and is in hand.</summary>
    Acknowledgement = 1,

    /// <summary>What is done about it, and why.</summary>
    Decision,

    /// <summary>What a health role thinks of the end of a plan.</summary>
    View,

    /// <summary>What was asked for, or why it is not given.</summary>
    Information,
}
