using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Deliveries;

/// <summary>The coded facts of a request to take a child over, for whoever is asked.</summary>
public sealed record TransferSummary
{
    /// <summary>What is to pass.</summary>
    public required TransferKind Kind { get; init; }

    /// <summary>GSS code of the area left.</summary>
    [Text(9)]
    public string? FromArea { get; init; }

    /// <summary>GSS code of the area that is asked.</summary>
    [Text(9)]
    public string? ToArea { get; init; }

    /// <summary>The first day in the new place.</summary>
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>The last instant for the conference on the receiving side; absent where none is held, or its day cannot be said.</summary>
    public DateTimeOffset? ConferenceBy { get; init; }

    /// <summary>What goes along, as far as the sender has said.</summary>
    [Items(7)]
    public IReadOnlyList<PackItem> Pack { get; init; } = [];

    /// <summary>What of the pack the sender has said nothing of.</summary>
    [Items(7)]
    public IReadOnlyList<PackContent> Missing { get; init; } = [];
}
