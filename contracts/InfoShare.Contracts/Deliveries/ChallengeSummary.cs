using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Deliveries;

/// <summary>A challenge, for whoever is to answer it.</summary>
public sealed record ChallengeSummary
{
    /// <summary>1 who decided, 2 the officer above, 3 the independent chair, 4 mediation.</summary>
    [Whole(1, 4)]
    public required int Stage { get; init; }

    /// <summary>The sender thinks that a child is unsafe now.</summary>
    public bool UnsafeNow { get; init; }

    /// <summary>What is challenged is about this: the same as <see cref="Delivery.About"/> of each delivery of the concern that the reader has.</summary>
    [Text(100)]
    public string? Concern { get; init; }

    /// <summary>The last instant of this stage; absent where it cannot be said.</summary>
    public DateTimeOffset? By { get; init; }
}
