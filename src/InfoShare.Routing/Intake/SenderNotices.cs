using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Storage;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>Tells a sender, in coarse codes, that something of its message was withheld, is late or could not be delivered.</summary>
internal static class SenderNotices
{
    /// <summary>One code about one delivery, told once.</summary>
    public static void Tell(WriteScope scope, RoutingContext routing, DeliveryRow delivery, string code) =>
        Add(scope, routing, delivery.Sender, delivery.MessageId, delivery.About, [new WithheldNotice { Code = code }], $"{delivery.DeliveryId} {code}");

    /// <summary>Queues a notice for the sender's adapter.</summary>
    /// <param name="reason">What makes this notice another than the last about the same message.</param>
    public static void Add(
        WriteScope scope, RoutingContext routing, string sender, string messageId, string? about, IReadOnlyList<WithheldNotice> withheld, string reason)
    {
        var id = routing.Store.Ids.Of("sender-notice", sender, messageId, reason);
        var now = routing.Now.ToMicroseconds();
        var notice = new SharingWithheld { MessageId = messageId, About = about, Withheld = withheld };
        scope.Add(new DeliveryRow
        {
            DeliveryId = id,
            Sender = sender,
            MessageId = messageId,
            MessageType = MessageTypes.SharingWithheld.Name,
            About = about,
            Kind = "sender-notice",
            Participant = sender,
            Organisation = sender,
            Role = "sender",
            Relationship = "sender",
            PartitionKey = id,
            OrderNo = "",
            State = DeliveryStates.Decided,
            Because = "sender-is-told",
            Basis = "UKGDPR-6-1-e",
            Detail = DecisionTable.Write(notice),
            DueAt = now,
            DecidedAt = now,
        });
    }
}
