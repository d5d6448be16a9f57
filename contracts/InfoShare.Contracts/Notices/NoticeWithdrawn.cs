using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Notices;

/// <summary>An earlier notice taken back, for instance because it was about another child.</summary>
/// <remarks>Urgent. Deliveries that may have left are recalled; those that have not are stopped. A plan that it was the latest word on is over.</remarks>
public sealed record NoticeWithdrawn
{
    /// <summary>The notice, in the form the sender used to tell it.</summary>
    [Text(100)]
    public required string NoticeId { get; init; }

    /// <summary>Why.</summary>
    public required WithdrawalReason Reason { get; init; }
}
