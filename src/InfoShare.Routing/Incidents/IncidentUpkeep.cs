using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Incidents;
using InfoShare.Vault;

namespace InfoShare.Routing.Incidents;

/// <summary>Tells the operators of removals that recipients have not confirmed within a day.</summary>
internal sealed class IncidentUpkeep(RoutingContext routing)
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Limit = TimeSpan.FromDays(1);

    public void Run(WriteScope scope)
    {
        foreach (var incident in scope.UnconfirmedIncidents((routing.Now - Limit).ToMicroseconds(), AtOnce))
        {
            scope.MarkOverdueTold(incident.Incident, routing.Now.ToMicroseconds());
            scope.Audit(routing.Settings.Writer, routing.Now, "alert", incident.Incident, "removals are not confirmed");
        }
    }
}
