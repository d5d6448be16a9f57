using InfoShare.Vault;

namespace InfoShare.Storage.Incidents;

/// <summary>Reads and writes incidents and whom they reached.</summary>
public static class IncidentTable
{
    private const string Unconfirmed = """
        exists (select 1 from incident_delivery x join delivery d on d.delivery_id = x.delivery_id where x.incident = i.incident and d.recall in ('pending', 'sent'))
        """;

    /// <summary>Opens one; one that is there stays as it is, and takes the deliveries.</summary>
    public static void Open(this WriteScope scope, IncidentRow incident, IEnumerable<string> deliveries)
    {
        scope.Later("insert into incident (incident, kind, about, opened_at) values (@Incident, @Kind, @About, @OpenedAt) on conflict (incident) do nothing", incident);
        foreach (var delivery in deliveries)
            scope.Later("insert into incident_delivery (incident, delivery_id) values (@Incident, @delivery) on conflict (incident, delivery_id) do nothing", new { incident.Incident, delivery });
    }

    public static IncidentRow? FindIncident(this ReadScope scope, string incident) =>
        scope.First<IncidentRow>("select * from incident where incident = @incident", new { incident });

    /// <summary>The latest first.</summary>
    /// <param name="open">Only those that nobody has closed.</param>
    public static IReadOnlyList<IncidentRow> Incidents(this ReadScope scope, bool open, int most) => scope.Query<IncidentRow>(
        $"select * from incident {(open ? "where closed_at is null" : "")} order by opened_at desc, incident limit @most", new { most });

    /// <summary>Everybody whom it reached, or may have.</summary>
    public static IReadOnlyList<IncidentDeliveryRow> DeliveriesOf(this ReadScope scope, string incident) => scope.Query<IncidentDeliveryRow>("""
        select x.incident, d.delivery_id, d.sender, d.organisation, d.role, d.state, d.recall, d.recall_due_at
        from incident_delivery x join delivery d on d.delivery_id = x.delivery_id where x.incident = @incident order by d.organisation, d.role, d.delivery_id
        """, new { incident });

    /// <summary>Those with removals that are not confirmed although they were opened before, and of which nobody was told.</summary>
    public static IReadOnlyList<IncidentRow> UnconfirmedIncidents(this ReadScope scope, long before, int most) => scope.Query<IncidentRow>(
        $"select * from incident i where overdue_told is null and closed_at is null and opened_at < @before and {Unconfirmed} order by opened_at limit @most", new { before, most });

    public static void MarkOverdueTold(this WriteScope scope, string incident, long now) =>
        scope.Later("update incident set overdue_told = @now where incident = @incident", new { incident, now });

    public static void Close(this WriteScope scope, string incident, string by, long now) =>
        scope.Later("update incident set closed_at = @now, closed_by = @by where incident = @incident and closed_at is null", new { incident, by, now });

    public static void Reopen(this WriteScope scope, string incident) =>
        scope.Later("update incident set closed_at = null, closed_by = null where incident = @incident", new { incident });
}
