using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Storage;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Cli.Deliveries;

/// <summary>Runs <c>infoshare deliveries list</c>: finds the ids that the other commands ask for.</summary>
public sealed class DeliveriesListRun(TextWriter output, TextWriter error)
{
    public Task<int> RunAsync(DeliveriesListOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new RecordsReading(output, error).RunAsync(options.Place, scope => Found(scope, options), found => SayAsync(found, options), cancellationToken);
    }

    private static (long All, IReadOnlyList<ListedDelivery> Latest) Found(ReadScope scope, DeliveriesListOptions options)
    {
        var wanted = new DeliveryQuestion(options.State, options.Sender, options.Recipient, options.Message, options.Since?.ToMicroseconds());
        return (scope.CountDeliveries(wanted), [.. scope.LatestDeliveries(wanted, options.Most).Select(ListedDelivery.Of)]);
    }

    private async Task<int> SayAsync((long All, IReadOnlyList<ListedDelivery> Latest) found, DeliveriesListOptions options)
    {
        if (options.Place.Json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new { All = found.All, Deliveries = found.Latest }, WireJson.Options));
            return 0;
        }

        foreach (var line in found.Latest.SelectMany(delivery => delivery.Words()))
            await output.WriteLineAsync(line);
        await output.WriteLineAsync(found.All > found.Latest.Count ? $"the latest {found.Latest.Count} of {found.All} shown" : $"{found.All} shown");
        return 0;
    }
}
