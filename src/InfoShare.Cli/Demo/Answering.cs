using InfoShare.Cli.Configuration;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Wire;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Cli.Demo;

/// <summary>What a front door does with a concern: it acknowledges, then decides. Both go back to the referrer.</summary>
internal static class Answering
{
    /// <summary>Answers one concern that each front door has, the same in every demo, through its own <c>in/</c> folder.</summary>
    public static void AnswerFirst(Settings settings, IEnumerable<DeliveryRow> deliveries, DateTimeOffset at)
    {
        var first = deliveries
            .Where(d => d is { Role: Roles.FrontDoor, Kind: "original", State: DeliveryStates.HandedOver, MessageType: "concern.raised" })
            .OrderBy(d => (d.Sender, d.Because, d.Parts, d.WithheldParts))
            .DistinctBy(d => d.Participant)
            .ToList();
        foreach (var delivery in first)
        {
            Put(settings, delivery, "acknowledged", at, new ConcernAcknowledged
            {
                DeliveryId = delivery.DeliveryId,
                Answer = AcknowledgementAnswer.Acknowledged,
                Role = delivery.Role,
                At = at,
            });
            Put(settings, delivery, "decided", at, new ConcernDecision
            {
                DeliveryId = delivery.DeliveryId,
                Outcome = ConcernOutcome.S17,
                DecidedBy = delivery.Role,
                DecidedAt = at,
                Rationale = "Invented for the demo: an assessment under section 17 begins.",
            });
        }
    }

    /// <summary>Takes over every child that a front door is asked to; a conference and the rest would follow in the weeks after.</summary>
    public static void AcceptTransfers(Settings settings, IEnumerable<DeliveryRow> deliveries, DateTimeOffset at)
    {
        foreach (var delivery in deliveries.Where(d => d is { MessageType: "transfer.requested", Kind: "original", State: DeliveryStates.HandedOver }))
            Put(settings, delivery, "accepted", at, new TransferAccepted { DeliveryId = delivery.DeliveryId, Role = delivery.Role, At = at });
    }

    private static void Put<T>(Settings settings, DeliveryRow delivery, string what, DateTimeOffset at, T data) => Samples.Put(
        settings, delivery.Participant!, $"{what}-{delivery.DeliveryId}.json", WireWriter.Write(new Envelope<T>
        {
            SpecVersion = "1.0",
            Id = $"{what}-{delivery.DeliveryId}",
            Source = $"https://infoshare.local/agency/{delivery.Organisation}",
            Type = MessageTypes.Of<T>().CloudEventType,
            Time = at,
            Data = data,
        }));
}
