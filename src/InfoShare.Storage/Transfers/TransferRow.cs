namespace InfoShare.Storage.Transfers;

/// <summary>One request to take a child over, and how far it has come.</summary>
public sealed record TransferRow
{
    /// <summary>The participant that asked.</summary>
    public required string Sender { get; init; }

    public required string TransferId { get; init; }
    public required string Record { get; init; }
    public required string ChildToken { get; init; }

    /// <summary>Of the latest request.</summary>
    public required string OrderNo { get; init; }

    /// <summary>authority, school or service.</summary>
    public required string Kind { get; init; }

    /// <summary>Who asked, as <c>scheme/code</c>.</summary>
    public required string FromOrganisation { get; init; }

    public string? FromArea { get; init; }

    /// <summary>Who is asked; null: nobody could be found.</summary>
    public string? ToOrganisation { get; init; }

    public string? ToRole { get; init; }
    public string? ToArea { get; init; }

    /// <summary>requested, accepted, declined, conference-held or responsibility-passed.</summary>
    public required string State { get; init; }

    public long RequestedAt { get; init; }

    /// <summary>When the state was reached.</summary>
    public long ChangedAt { get; init; }

    /// <summary>The last instant for the conference; null where none is held, or its day cannot be said.</summary>
    public long? ConferenceBy { get; init; }

    /// <summary>The day of the conference, planned or held.</summary>
    public string? ConferenceOn { get; init; }

    /// <summary>The first day of the receiving side's responsibility.</summary>
    public string? ResponsibleFrom { get; init; }

    public long OverdueTold { get; init; }
}

/// <summary>A case that its authority has closed as transferred (CIN census RC5), though nobody has accepted it.</summary>
public sealed record UnacceptedClosureRow
{
    public required string Sender { get; init; }
    public required string InvolvementId { get; init; }
    public required string ChildToken { get; init; }
    public required string Organisation { get; init; }
    public string? Until { get; init; }
}
