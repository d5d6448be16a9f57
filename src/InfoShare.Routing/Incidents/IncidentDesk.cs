using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Incidents;
using InfoShare.Vault;

namespace InfoShare.Routing.Incidents;

/// <summary>Somebody has every delivery of an incident taken back.</summary>
/// <param name="By">Who says so.</param>
public sealed record IncidentRecall(string Incident, string By);

/// <summary>Somebody has seen to an incident.</summary>
/// <param name="By">Who says so.</param>
public sealed record IncidentClose(string Incident, string By);

/// <summary>What became of a command about an incident.</summary>
/// <param name="Problem">Why nothing was done; null: it was.</param>
/// <param name="Recalled">Deliveries that are called back now.</param>
public sealed record IncidentAnswer(string? Problem, int Recalled = 0);

/// <summary>Takes what those who answer for incidents say. One transaction each.</summary>
public sealed class IncidentDesk
{
    private readonly RoutingContext routing;
    private readonly Operators operators;

    internal IncidentDesk(RoutingContext routing) => (this.routing, operators) = (routing, new(routing.Store));

    /// <summary>Calls back what is not called back yet; one that was taken for a false alarm is open again.</summary>
    public Task<IncidentAnswer> RecallAsync(IncidentRecall asked) => routing.Store.WriteAsync(scope => For(scope, asked.Incident, asked.By, (incident, by) =>
    {
        var left = scope.DeliveriesOf(incident.Incident).Where(row => row.Recall is null && DeliveryStates.MayHaveLeft.Contains(row.State)).ToList();
        foreach (var delivery in left)
        {
            scope.RequestRecall(delivery.DeliveryId, IncidentIntake.WrongPerson, routing.Now.ToMicroseconds());
            Audit(scope, "recall-requested", delivery.DeliveryId, IncidentIntake.WrongPerson);
        }

        if (left.Count > 0)
            scope.Reopen(incident.Incident);
        Audit(scope, "incident-recalled", incident.Incident, $"{left.Count} by:{by}");
        return new(null, left.Count);
    }, evenClosed: true));

    /// <summary>Closes it, once every removal is confirmed that was asked for; where nothing was called back, it was a false alarm.</summary>
    public Task<IncidentAnswer> CloseAsync(IncidentClose asked) => routing.Store.WriteAsync(scope => For(scope, asked.Incident, asked.By, (incident, by) =>
    {
        if (scope.DeliveriesOf(incident.Incident).Count(row => row.Recall is "pending" or "sent") is > 0 and var waiting)
            return new($"{waiting} removals are not confirmed: whoever has it must remove it first");
        scope.Close(incident.Incident, by, routing.Now.ToMicroseconds());
        Audit(scope, "incident-closed", incident.Incident, $"by:{by}");
        return new(null);
    }));

    private IncidentAnswer For(WriteScope scope, string incident, string by, Func<IncidentRow, string, IncidentAnswer> act, bool evenClosed = false)
    {
        if (EmergencyRules.ProblemOfName(by) is { } problem)
            return new(problem);
        return scope.FindIncident(incident) switch
        {
            null => new("there is no such incident"),
            { ClosedAt: not null } when !evenClosed => new("it is closed already"),
            var open => act(open, operators.TokenOf(scope, by)),
        };
    }

    private void Audit(WriteScope scope, string kind, string about, string detail) => scope.Audit(routing.Settings.Writer, routing.Now, kind, about, detail);
}
