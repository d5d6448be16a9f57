using InfoShare.Policy;
using InfoShare.Storage.Children;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Routing.Identity;

/// <summary>Tells how a delivery came of a link that is undone. Pure.</summary>
internal static class LinkTrace
{
    /// <param name="delivery">Made while the link stood.</param>
    /// <param name="facts">Of its decision.</param>
    /// <param name="alone">The child of the delivery's message as it is without the link.</param>
    /// <param name="agreements">The agreements that are left without the link.</param>
    public static ReceivedByLink Of(DeliveryRow delivery, SharingFacts? facts, ChildRow alone, IReadOnlyList<ConsentFact> agreements) => new(
        delivery.DeliveryId, $"{delivery.Organisation}#{delivery.Role}", delivery.MessageType, delivery.State, Through(delivery, facts, alone, agreements));

    private static string? Through(DeliveryRow delivery, SharingFacts? facts, ChildRow alone, IReadOnlyList<ConsentFact> agreements) => facts?.Recipient.Relationship switch
    {
        Relationship.OwnSchool when delivery.Organisation != $"urn/{alone.School}" => "own-school",
        Relationship.OwnPractice when delivery.Organisation != $"ods/{alone.Practice}" => "own-practice",
        Relationship.AllocatedTeam when alone.Team is null => "allocated-team",
        Relationship.Area or Relationship.ReceivingArea when facts.Message.Area is { } area && alone.Area != area => "area",
        not null when facts.Consents.Any(used => !agreements.Contains(used)) && delivery.Because.Contains("agreement", StringComparison.Ordinal) => "agreement",
        _ => null,
    };
}
