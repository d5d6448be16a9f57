using InfoShare.Storage.Deliveries;

namespace InfoShare.Routing.Dispatch;

/// <summary>A message on its way to a participant: a delivery, or the recall of one.</summary>
/// <param name="Row">As it was before it was marked as sending.</param>
/// <param name="Before">
/// Only before this instant: while the lease is surely still ours, and nothing has ended that the decision may rest on. A process
/// that hung may wake when another has sent it. Half the lease is left for clocks that differ and for the broker's answer.
/// </param>
internal sealed record Leaving(DeliveryRow Row, string Id, byte[] Body, DateTimeOffset Before, bool IsRecall = false)
{
    public string Participant => Row.Participant!;
}
