using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Emergency;
using InfoShare.Storage.Emergency;

namespace InfoShare.Cli.Emergencies;

/// <summary>Runs <c>infoshare emergency list</c>; reads the store, also while a router has it open.</summary>
public sealed class EmergencyListRun(TimeProvider clock, TextWriter output, TextWriter error)
{
    public Task<int> RunAsync(EmergencyListOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var place = options.Place;
        return new RecordsReading(output, error).RunAsync(
            new(place.Data, place.Config, place.Json),
            scope => scope.AllEmergencies().Select(row => ListedEmergency.Of(scope, row, clock.GetUtcNow(), options.Text)).Where(one => one.Overdue || !options.Overdue).ToList(),
            listed => SayAsync(listed, place.Json),
            cancellationToken);
    }

    private async Task<int> SayAsync(List<ListedEmergency> listed, bool json)
    {
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(listed, WireJson.Options));
            return 0;
        }

        foreach (var one in listed)
            await output.WriteLineAsync(one.Words());
        await output.WriteLineAsync($"{listed.Count} shown, {listed.Count(one => one.Overdue)} overdue for review");
        return 0;
    }
}
