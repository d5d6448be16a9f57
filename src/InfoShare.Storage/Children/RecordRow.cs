namespace InfoShare.Storage.Children;

/// <summary>One sender's record of a child, as the index knows it: a pointer, hashes and codes. What it says of the person is sealed.</summary>
public sealed record RecordRow
{
    /// <summary>A keyed hash of the sender and its own key of the child.</summary>
    public required string Record { get; init; }

    public required string Sender { get; init; }

    /// <summary>The organisation that speaks, as <c>scheme/code</c>: whom to ask about the child.</summary>
    public required string Source { get; init; }

    /// <summary>The child that it is taken to be about.</summary>
    public required string ChildToken { get; init; }

    public string? NhsNumber { get; init; }

    /// <summary>Those that the issuer has replaced: see <see cref="FormerNumbers"/>.</summary>
    public string? FormerNhsNumbers { get; init; }

    public string? Birth { get; init; }
    public string? Area { get; init; }
    public string? School { get; init; }
    public string? Practice { get; init; }
    public string? Team { get; init; }
    public long FirstSeen { get; init; }

    /// <summary>When it last said something new.</summary>
    public long ToldAt { get; init; }

    /// <summary>When it was last taken to be about this child, and by what, as codes.</summary>
    public long LinkedAt { get; init; }

    public required string Because { get; init; }

    /// <summary>Of the sealed details: a keyed hash; null where nothing is told of the person.</summary>
    public string? Digest { get; init; }

    public long KeyId { get; init; }
    public byte[] Body { get; init; } = [];
}

/// <summary>What a record says of the person, as it is sealed, and the child that it is taken to be about.</summary>
public sealed record ToldRow
{
    public required string Record { get; init; }
    public required string ChildToken { get; init; }
    public long KeyId { get; init; }
    public byte[] Body { get; init; } = [];
}
