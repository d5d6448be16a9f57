using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Deliveries;

/// <summary>Tells the sender that something of a message was withheld, and a coarse code; never who else knows the child.</summary>
public sealed record SharingWithheld
{
    /// <summary>The sender's message.</summary>
    [Text(100)]
    public required string MessageId { get; init; }

    /// <summary>The concern or move it is about.</summary>
    [Text(100)]
    public string? About { get; init; }

    /// <summary>What was withheld, each once.</summary>
    [Items(100)]
    public IReadOnlyList<WithheldNotice> Withheld { get; init; } = [];
}

/// <summary>One thing withheld.</summary>
public sealed record WithheldNotice
{
    /// <summary>The part; absent: the whole message, from a possible recipient.</summary>
    public PartName? Part { get; init; }

    /// <summary>A coarse code, as in <see cref="WithheldPart.Code"/>, or <c>no-agreement</c>, <c>no-recipient</c>, <c>late</c>, <c>undeliverable</c>, <c>transfer-overdue</c>, <c>transfer-not-accepted</c>, <c>seen-again</c>, <c>unanswered</c>, <c>not-taken</c>, <c>escalated</c>, <c>unresolved</c>, <c>out-of-hours</c>, <c>plan-visit-overdue</c>, <c>plan-15-months</c>, <c>plan-18-months</c>, <c>plan-ended-without-health-view</c>, <c>content-read</c>, <c>given-up</c>, <c>correct-and-resend</c>.</summary>
    [Text(50)]
    public required string Code { get; init; }

    /// <summary>For <c>out-of-hours</c>: whom to call now. Source: the directory; absent where it has nobody, or would tell a restricted address.</summary>
    [Text(200)]
    public string? Call { get; init; }
}
