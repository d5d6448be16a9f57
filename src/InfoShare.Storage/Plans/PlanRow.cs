namespace InfoShare.Storage.Plans;

/// <summary>A plan for a child, as its manager has told of it last.</summary>
public sealed record PlanRow
{
    /// <summary>The participant that tells of it.</summary>
    public required string Sender { get; init; }

    /// <summary>The plan; its notices are about it.</summary>
    public required string PlanId { get; init; }

    public required string Record { get; init; }
    public required string ChildToken { get; init; }

    /// <summary>The latest message.</summary>
    public required string MessageId { get; init; }

    /// <summary>Of that message.</summary>
    public required string OrderNo { get; init; }

    /// <summary>The organisation that holds it, as <c>scheme/code</c>, and the post there; without a post nobody can be told.</summary>
    public required string Organisation { get; init; }

    public string? Role { get; init; }

    /// <summary>child-protection, and the other kinds of plan.</summary>
    public required string Type { get; init; }

    public string? Category { get; init; }

    /// <summary>A day, like the others: <c>2026-03-01</c>.</summary>
    public string? StartedOn { get; init; }

    public string? EndedOn { get; init; }
    public string? VisitedOn { get; init; }

    /// <summary>The notice by which its end was proposed last; null: it is not proposed.</summary>
    public string? EndProposedBy { get; init; }

    /// <summary>What a health role has said of its end: agrees, disagrees or no-information; null: nothing.</summary>
    public string? View { get; init; }

    /// <summary>When it was over: it had ended, and a health role had spoken where one must.</summary>
    public long? ClosedAt { get; init; }

    /// <summary>The next instant at which somebody may have to be told; null: none.</summary>
    public long? NextDue { get; init; }

    /// <summary>What was told, as codes with the day that they rest on: <c>plan-15-months,plan-visit-overdue:2026-03-01</c>.</summary>
    public string Told { get; init; } = "";
}
