using System.Data.Common;
using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Storage.Emergency;
using InfoShare.Vault;

namespace InfoShare.Cli.Emergencies;

/// <summary>Runs <c>infoshare emergency list</c>; reads the store, also while a router has it open.</summary>
public sealed class EmergencyListRun(TimeProvider clock, TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(EmergencyListOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var place = options.Place;
        if (await ConfigurationLoader.LoadAsync(new() { Data = place.Data, Config = place.Config }, error, cancellationToken) is not { } settings)
            return 1;
        try
        {
            List<ListedEmergency> listed = [];
            var found = await StoreOpening.InspectAsync(
                settings, scope => listed.AddRange(scope.AllEmergencies().Select(row => ListedEmergency.Of(scope, row, clock.GetUtcNow(), options.Text))), cancellationToken);
            if (!found)
                return await Failure.SayAsync($"there are no records in {settings.Data}", place.Json, output, error);
            await SayAsync([.. listed.Where(one => one.Overdue || !options.Overdue)], place.Json);
            return 0;
        }
        catch (KeysMissingException e)
        {
            return await Failure.SayAsync(e.Message, place.Json, output, error);
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            return await Failure.SayAsync($"the records cannot be read ({e.GetType().Name})", place.Json, output, error);
        }
    }

    private async Task SayAsync(IReadOnlyList<ListedEmergency> listed, bool json)
    {
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(listed, WireJson.Options));
            return;
        }

        foreach (var one in listed)
            await output.WriteLineAsync(one.Words());
        await output.WriteLineAsync($"{listed.Count} shown, {listed.Count(one => one.Overdue)} overdue for review");
    }
}
