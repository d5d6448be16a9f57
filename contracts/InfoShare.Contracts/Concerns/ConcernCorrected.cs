using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Concerns;

/// <summary>An earlier concern as it should have read. Everyone who had the earlier one is told.</summary>
/// <remarks>Urgent, and acts on arrival: if it overtakes its original, the original is superseded when it comes.</remarks>
public sealed record ConcernCorrected
{
    /// <summary>The message that this corrects, by CloudEvents id.</summary>
    [Text(100)]
    public required string Corrects { get; init; }

    /// <summary>The parts whose content differs.</summary>
    [Items(20)]
    public IReadOnlyList<PartName> Changed { get; init; } = [];

    /// <summary>The whole concern as it reads now.</summary>
    public required ConcernRaised Concern { get; init; }
}

/// <summary>An earlier concern taken back, for instance because it was about another child.</summary>
/// <remarks>Urgent. Deliveries that may have left are recalled; those that have not are stopped.</remarks>
public sealed record ConcernWithdrawn
{
    /// <summary>The concern, in the form the sender used to raise it.</summary>
    [Text(100)]
    public required string ConcernId { get; init; }

    /// <summary>Why.</summary>
    public required WithdrawalReason Reason { get; init; }
}

/// <summary>Why a concern or notice was taken back.</summary>
public enum WithdrawalReason
{
    /// <summary>It was about somebody else.</summary>
    WrongChild = 1,

    /// <summary>It was sent by mistake.</summary>
    SentInError,

    /// <summary>It was recorded twice.</summary>
    Duplicate,

    /// <summary>What it said proved not to be so.</summary>
    Unfounded,
}
