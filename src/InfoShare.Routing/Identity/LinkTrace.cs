using InfoShare.Policy;
using InfoShare.Storage.Children;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Routing.Identity;

/// <summary>Tells how a delivery came of a link that is undone. Pure.</summary>
internal static class LinkTrace
{
    /// <param name="delivery">Made while the link stood.</param>
    /// <param name="facts">Of its decision.</param>
    /// <param name="left">The child of the delivery's message as it is without the link.</param>
    public static ReceivedByLink Of(DeliveryRow delivery, SharingFacts? facts, LeftAlone left) => new(
        delivery.DeliveryId, $"{delivery.Organisation}#{delivery.Role}", delivery.MessageType, delivery.State, Through(delivery, facts, left));

    private static string? Through(DeliveryRow delivery, SharingFacts? facts, LeftAlone left) => facts?.Recipient.Relationship switch
    {
        Relationship.ManagesPlan when !left.PlanHolders.Contains((delivery.Organisation, delivery.Role)) => "manages-plan",
        Relationship.CoreGroup when !left.CoreGroup.Contains((delivery.Organisation, delivery.Role)) => "core-group",
        not null when facts.Message.Cumulative && delivery.Because.Contains("cumulative", StringComparison.Ordinal) && !left.IsCumulative(delivery, facts.Message.From) => "pattern",
        Relationship.OwnSchool when delivery.Organisation != $"urn/{left.Child.School}" => "own-school",
        Relationship.OwnPractice when delivery.Organisation != $"ods/{left.Child.Practice}" => "own-practice",
        Relationship.AllocatedTeam when left.Child.Team is null => "allocated-team",
        Relationship.Area or Relationship.ReceivingArea when facts.Message.Area is { } area && left.Child.Area != area => "area",
        not null when facts.Consents.Any(used => !left.Agreements.Contains(used)) && delivery.Because.Contains("agreement", StringComparison.Ordinal) => "agreement",
        _ => null,
    };
}
