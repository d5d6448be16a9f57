namespace InfoShare.Storage.Failures;

/// <summary>How many deliveries are in a group, of how many children, and since when.</summary>
public sealed record FailureCount
{
    public required string State { get; init; }
    public required string Cause { get; init; }
    public required string Type { get; init; }
    public required string Participant { get; init; }
    public long Count { get; init; }
    public long Children { get; init; }
    public long FirstAt { get; init; }
    public long LastAt { get; init; }

    public FailureGroup Group => new(State, Cause, Type, Participant);
}

/// <summary>By when the first answer is owed for a delivery of a group.</summary>
public sealed record FailureDeadline
{
    public required string State { get; init; }
    public required string Cause { get; init; }
    public required string Type { get; init; }
    public required string Participant { get; init; }

    /// <summary>The first instant that is late.</summary>
    public long LateFrom { get; init; }

    public FailureGroup Group => new(State, Cause, Type, Participant);
}

/// <summary>What somebody has noted about a group; it stays when the group is empty.</summary>
public sealed record FailureNote
{
    public required string NoteId { get; init; }

    /// <summary>The group's key.</summary>
    public required string FailureGroup { get; init; }

    /// <summary>The token of the words, which are sealed.</summary>
    public required string Words { get; init; }

    /// <summary>Who, by the token of their name.</summary>
    public required string By { get; init; }

    public long At { get; init; }
}
