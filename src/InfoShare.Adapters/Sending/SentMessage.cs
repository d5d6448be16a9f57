using InfoShare.Contracts.Deliveries;

namespace InfoShare.Adapters.Sending;

/// <summary>Where a message of this adapter stands.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="State"><c>waiting</c>, <c>accepted</c>, <c>duplicate</c>, <c>refused</c> or <c>quarantined</c>.</param>
/// <param name="Reasons">For refused and quarantined: why.</param>
public sealed record SentMessage(string Id, string State, IReadOnlyList<ReceiptReason> Reasons);
