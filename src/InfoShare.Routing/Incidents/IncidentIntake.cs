using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Incidents;
using InfoShare.Vault;

namespace InfoShare.Routing.Incidents;

/// <summary>Puts on record that something reached who should not have had it, and whom.</summary>
internal static class IncidentIntake
{
    public const string WrongLink = "wrong-link";
    public const string WrongChild = "wrong-child";
    public const string WrongPerson = "wrong-person";

    /// <summary>Two records were taken for one child: what went because of that is called back.</summary>
    /// <param name="record">The record that was unlinked.</param>
    /// <param name="received">The deliveries that went because of the link.</param>
    public static void Unlinked(WriteScope scope, RoutingContext routing, string record, IReadOnlyList<string> received)
    {
        if (received.Count == 0)
            return;
        foreach (var delivery in received)
        {
            scope.RequestRecall(delivery, WrongPerson, routing.Now.ToMicroseconds());
            scope.Audit(routing.Settings.Writer, routing.Now, "recall-requested", delivery, WrongPerson);
        }

        Open(scope, routing, WrongLink, record, $"{routing.Now.ToMicroseconds()}", received);
    }

    /// <summary>The sender says that it meant another child; everything of it that may have left is called back already.</summary>
    public static void Withdrawn(Arrival arrival, RoutingContext routing, IReadOnlyList<string> received)
    {
        if (received.Count > 0)
            Open(arrival.Scope, routing, WrongChild, arrival.Subject.About, arrival.Envelope.Id, received);
    }

    /// <summary>A recipient says that the person is not the one meant. Whether all must be taken back is for a person to say.</summary>
    public static void Doubted(Arrival arrival, RoutingContext routing, DeliveryRow answered) => Open(
        arrival.Scope, routing, WrongPerson, answered.DeliveryId, "",
        [.. arrival.Scope.DeliveriesAbout(answered.Sender, answered.About!).Where(row => row.Kind is "original" or "correction" && DeliveryStates.MayHaveLeft.Contains(row.State)).Select(row => row.DeliveryId)]);

    private static void Open(WriteScope scope, RoutingContext routing, string kind, string about, string which, IReadOnlyList<string> received)
    {
        var id = routing.Store.Ids.Of("incident", kind, about, which);
        scope.Open(new() { Incident = id, Kind = kind, About = about, OpenedAt = routing.Now.ToMicroseconds() }, received);
        scope.Audit(routing.Settings.Writer, routing.Now, "alert", id, $"incident {kind}, {received.Count} deliveries");
    }
}
