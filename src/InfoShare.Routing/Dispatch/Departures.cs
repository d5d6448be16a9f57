using InfoShare.Contracts.Wire;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Routing.Dispatch;

/// <summary>
/// What leaves with the transaction that decides it. The same holds as for what is looked for: a window for each participant, its
/// place in the order of its key, marked as sending before it can leave.
/// </summary>
internal sealed class Departures
{
    private readonly RoutingContext routing;
    private readonly WriteScope scope;
    private readonly ContentMaking making;
    private readonly DateTimeOffset began;
    private readonly HashSet<string> participants;
    private readonly Asked<InBrokerRow> inBroker;
    private readonly Asked<string> keysWaiting;
    private readonly Dictionary<(string Participant, bool Urgent), long> taken = [];
    private readonly List<(Arrival Arrival, Decided Decided)> leaving = [];
    private readonly HashSet<string> stayed = [];

    /// <summary>Asks only: what is asked beside it goes to the store with it.</summary>
    public Departures(RoutingContext routing, WriteScope scope, string[] participants, IReadOnlyList<Incoming> messages)
    {
        (this.routing, this.scope, making, began, this.participants) = (routing, scope, new(routing), routing.Now, [.. participants]);
        string[] keys = [.. messages.Where(m => !m.Urgent && m.Envelope.PartitionKey is not null).Select(m => Arrival.KeyOf(routing, m.Sender, m.Envelope)).Distinct()];
        inBroker = scope.InBroker(participants, began.ToMicroseconds(), (began + routing.Settings.Lease - Dispatcher.LongestPublish).ToMicroseconds());
        keysWaiting = scope.KeysWaiting(keys);
    }

    /// <summary>Those to whom something stays due.</summary>
    public IReadOnlyCollection<string> Stayed => stayed;

    /// <summary>The row as it goes on record: sending, where it may leave; otherwise as it was decided.</summary>
    public DeliveryRow Take(Arrival arrival, Decided decided)
    {
        if (!MayLeave(arrival, decided))
        {
            if (decided.Row is { State: DeliveryStates.Decided, Participant: { } waiting })
                stayed.Add(waiting);
            return decided.Row;
        }

        leaving.Add((arrival, decided));
        return decided.Row with { State = DeliveryStates.Sending, Attempts = 1, DueAt = (began + routing.Settings.Lease).ToMicroseconds() };
    }

    /// <summary>The messages for those that were taken, when all of them are on record.</summary>
    public IReadOnlyList<Leaving> Made()
    {
        if (leaving.Count == 0)
            return [];
        var children = new RecordOfChildren(scope, [.. leaving.Select(one => one.Arrival.ChildToken).Distinct()]);
        return [.. leaving.Select(one => Made(one.Arrival, one.Decided, children))];
    }

    private Leaving Made(Arrival arrival, Decided decided, RecordOfChildren children)
    {
        var now = new DecisionNow(arrival.Subject, decided.Facts!, decided.Policy!, decided.Decision!, Restricted: null, IsNew: false);
        var content = making.Decided(decided.Row, now, arrival.Envelope, arrival.At, children);
        return new(decided.Row, decided.Row.DeliveryId, WireWriter.Write(content), Dispatcher.LeaveBefore(routing, began, now.Facts.FirstEnd()));
    }

    /// <summary>A restricted address is not for the short way: what masks it is looked up anew for each that leaves.</summary>
    private bool MayLeave(Arrival arrival, Decided decided)
    {
        var row = decided.Row;
        return row is { State: DeliveryStates.Decided, Kind: "original" or "correction", Participant: { } participant }
            && participants.Contains(participant)
            && decided.Facts is { Message.AddressRestricted: false }
            && (arrival.Urgent || !keysWaiting.Rows.Contains(row.PartitionKey))
            && TryTakeRoom(participant, arrival.Urgent);
    }

    private bool TryTakeRoom(string participant, bool urgent)
    {
        var already = taken.TryGetValue((participant, urgent), out var known) ? known
            : inBroker.Rows.FirstOrDefault(row => row.Participant == participant) is { } found ? urgent ? found.Urgent : found.Ordinary : 0;
        var isRoom = already < routing.Settings.Window;
        taken[(participant, urgent)] = isRoom ? already + 1 : already;
        return isRoom;
    }
}
