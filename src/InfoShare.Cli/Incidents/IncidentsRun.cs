using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Desks;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Incidents;
using InfoShare.Storage;
using InfoShare.Storage.Incidents;
using InfoShare.Vault;

namespace InfoShare.Cli.Incidents;

/// <summary>An incident as <c>infoshare incidents list</c> shows it.</summary>
public sealed record ListedIncident(string Incident, string Kind, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, IReadOnlyList<ListedReached> Reached)
{
    internal static ListedIncident Of(ReadScope scope, IncidentRow row) => new(
        row.Incident, row.Kind, Instants.FromMicroseconds(row.OpenedAt), row.ClosedAt is { } at ? Instants.FromMicroseconds(at) : null,
        [.. scope.DeliveriesOf(row.Incident).Select(one => new ListedReached(
            one.DeliveryId, $"{one.Organisation}#{one.Role}", one.Recall is null ? $"not called back, {one.State}" : one.Recall, one is { Recall: "confirmed", RecallDueAt: { } at } ? Instants.FromMicroseconds(at) : null))]);

    internal IEnumerable<string> Words()
    {
        yield return $"{Incident}  {Kind}, {OpenedAt:yyyy-MM-dd HH:mm} UTC{(ClosedAt is { } at ? $", closed {at:yyyy-MM-dd HH:mm}" : "")}";
        foreach (var one in Reached)
            yield return $"  {one.DeliveryId}  {one.Recipient}: {(one.RemovedAt is { } removed ? $"removed {removed:yyyy-MM-dd HH:mm} UTC" : one.Removal switch { "pending" or "sent" => "called back, not confirmed", var other => other })}";
    }
}

/// <summary>Somebody whom it reached.</summary>
/// <param name="Removal"><c>pending</c>, <c>sent</c>, <c>confirmed</c>, or that it is not called back.</param>
public sealed record ListedReached(string DeliveryId, string Recipient, string Removal, DateTimeOffset? RemovedAt);

/// <summary>Runs <c>infoshare incidents list</c>, <c>recall</c> and <c>close</c>.</summary>
public sealed class IncidentsRun(TextWriter output, TextWriter error)
{
    public Task<int> ListAsync(IncidentsListOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var place = options.Place;
        return new RecordsReading(output, error).RunAsync(
            new(place.Data, place.Config, place.Json), scope => scope.Incidents(options.Open, options.Most).Select(row => ListedIncident.Of(scope, row)).ToList(),
            async found =>
            {
                foreach (var line in place.Json ? [JsonSerializer.Serialize(new { Incidents = found }, WireJson.Options)] : found.SelectMany(one => one.Words()).Append($"{found.Count} incidents, {found.Count(one => one.ClosedAt is null)} open"))
                    await output.WriteLineAsync(line);
                return 0;
            }, cancellationToken);
    }

    public Task<int> RecallAsync(IncidentOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return AskAsync(options.Place, DeskEndpoints.IncidentRecall, new IncidentRecall(options.Id, options.By), answer => $"{answer.Recalled} called back; list says who has removed it", cancellationToken);
    }

    public Task<int> CloseAsync(IncidentOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return AskAsync(options.Place, DeskEndpoints.IncidentClose, new IncidentClose(options.Id, options.By), _ => "it is closed", cancellationToken);
    }

    private Task<int> AskAsync<T>(DeskPlace place, string path, T asked, Func<IncidentAnswer, string> words, CancellationToken cancellationToken) =>
        new DeskRun(output, error).RunAsync(place, path, asked, problem => new IncidentAnswer(problem), answer => answer.Problem, answer => [words(answer)], cancellationToken);
}
