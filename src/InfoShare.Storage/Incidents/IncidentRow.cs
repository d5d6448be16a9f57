namespace InfoShare.Storage.Incidents;

/// <summary>Something reached, or may have reached, who should not have had it.</summary>
public sealed record IncidentRow
{
    public required string Incident { get; init; }

    /// <summary>wrong-link (two records were taken for one child), wrong-child (the sender has taken it back) or wrong-person (a recipient has said so).</summary>
    public required string Kind { get; init; }

    /// <summary>The record, concern or delivery that it is about.</summary>
    public required string About { get; init; }

    public long OpenedAt { get; init; }

    /// <summary>When it was told that removals are not confirmed.</summary>
    public long? OverdueTold { get; init; }

    public long? ClosedAt { get; init; }

    /// <summary>A token.</summary>
    public string? ClosedBy { get; init; }
}

/// <summary>A delivery that an incident is about.</summary>
public sealed record IncidentDeliveryRow
{
    public required string Incident { get; init; }
    public required string DeliveryId { get; init; }
    public required string Sender { get; init; }
    public required string Organisation { get; init; }
    public required string Role { get; init; }
    public required string State { get; init; }

    /// <summary>pending, sent or confirmed; null: it is not called back.</summary>
    public string? Recall { get; init; }

    /// <summary>When the removal was confirmed, if it was.</summary>
    public long? RecallDueAt { get; init; }
}
