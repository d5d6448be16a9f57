using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;

namespace InfoShare.Tests.Adapters;

/// <summary>Deliveries about fictional children.</summary>
internal static class Arrivals
{
    public static Delivery Delivery(string id = "d1", int? level = 2, string text = "seen hungry", DeliveryKind kind = DeliveryKind.Original, string? about = null) => new()
    {
        DeliveryId = id,
        Kind = kind,
        MessageId = "m-" + id,
        MessageType = "concern.raised",
        About = about,
        Recipient = new() { Organisation = AgencyUnderTest.School.Id, Role = Roles.DesignatedSafeguardingLead },
        From = AgencyKind.Police,
        LevelOfNeed = level,
        Parts = Canonical.Parts("pupil-1") with { Incident = new() { Facts = text } },
        Because = ["a-rule"],
    };

    public static DeliveryRecalled Recall(string id = "d1") => new() { DeliveryId = id, Reason = "withdrawn-by-sender" };
}
