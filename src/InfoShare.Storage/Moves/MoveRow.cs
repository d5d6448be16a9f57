namespace InfoShare.Storage.Moves;

/// <summary>One signal that a child has moved.</summary>
public sealed record MoveSignalRow
{
    public required string Sender { get; init; }

    /// <summary>The move as its sender calls it, hashed.</summary>
    public required string About { get; init; }

    public required string Record { get; init; }
    public required string ChildToken { get; init; }

    /// <summary>Of the latest word.</summary>
    public required string OrderNo { get; init; }

    public required string MessageId { get; init; }

    /// <summary>What showed it: <c>gp-registration</c>.</summary>
    public required string Signal { get; init; }

    /// <summary>The kind of move: <c>permanent</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The organisation that tells, as <c>scheme/code</c>.</summary>
    public required string Source { get; init; }

    public string? FromArea { get; init; }
    public string? ToArea { get; init; }
    public required string Day { get; init; }

    /// <summary>When it was first told.</summary>
    public long ReceivedAt { get; init; }
}

/// <summary>A child that has left, and nobody knows where to, until somebody sees it again.</summary>
public sealed record LostRow
{
    public required string Sender { get; init; }
    public required string About { get; init; }
    public required string Record { get; init; }
    public required string ChildToken { get; init; }
    public required string MessageId { get; init; }

    /// <summary>The organisation that has lost it.</summary>
    public required string Source { get; init; }

    public string? FromArea { get; init; }

    /// <summary>The first day on which it was gone.</summary>
    public required string Since { get; init; }

    public long OpenedAt { get; init; }
    public long? SeenAt { get; init; }

    /// <summary>The organisation that has seen it.</summary>
    public string? SeenBy { get; init; }

    public string? SeenMessage { get; init; }
}
