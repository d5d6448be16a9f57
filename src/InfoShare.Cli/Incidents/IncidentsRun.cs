using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Desks;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Incidents;
using InfoShare.Storage.Incidents;
using InfoShare.Vault;

namespace InfoShare.Cli.Incidents;

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
                foreach (var line in place.Json ? [JsonSerializer.Serialize(new { Incidents = found }, WireJson.Options)] : found.SelectMany(Words).Append($"{found.Count} incidents, {found.Count(one => one.ClosedAt is null)} open"))
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

    private static IEnumerable<string> Words(ListedIncident incident)
    {
        yield return $"{incident.Incident}  {incident.Kind}, {incident.OpenedAt:yyyy-MM-dd HH:mm} UTC{(incident.ClosedAt is { } at ? $", closed {at:yyyy-MM-dd HH:mm}" : "")}";
        foreach (var one in incident.Reached)
            yield return $"  {one.DeliveryId}  {one.Recipient}: {(one.RemovedAt is { } removed ? $"removed {removed:yyyy-MM-dd HH:mm} UTC" : one.Removal switch { "pending" or "sent" => "called back, not confirmed", var other => other })}";
    }
}
