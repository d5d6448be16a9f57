using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Intake;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Routing.Disclosures;

/// <summary>What may be answered to a request for information, and by whom.</summary>
internal static class InformationAnswers
{
    /// <summary>Why an answer cannot be taken, or null.</summary>
    public static Reply? Problem(Envelope<object> envelope, DeliveryRow? answered) => envelope.Data switch
    {
        not (InformationSupplied or InformationDeclined) => null,
        _ when answered?.MessageType != MessageTypes.InformationRequested.Name => Reply.Refused(envelope.Id, "not-your-delivery", "data.deliveryId", "must be a delivery of info.requested"),
        _ => AnswerIntake.OfAnother(envelope, answered),
    };
}
