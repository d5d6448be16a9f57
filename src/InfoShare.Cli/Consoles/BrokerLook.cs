using System.Globalization;
using System.Text.Json;
using InfoShare.Adapters;
using InfoShare.Broker.Certificates;
using InfoShare.Broker.Provisioning.Management;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Cli.Provisioning;
using InfoShare.Console;
using InfoShare.Console.Alerts;
using InfoShare.Directory;

namespace InfoShare.Cli.Consoles;

/// <summary>Asks the adapters of this process, and RabbitMQ over its management interface, how they are. Queues are named by whom they serve.</summary>
internal sealed class BrokerLook(Settings settings, SharingDirectory directory, IReadOnlyList<AgencyAdapter> adapters, TimeProvider clock) : IBrokerTruth
{
    private static readonly TimeSpan AsksEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, DateTimeOffset> filled = [];
    private readonly Dictionary<string, DateTimeOffset> unread = [];
    private (long At, BrokerState State)? last;

    /// <summary>The adapters as they are now; the broker as it was ten seconds ago at the most.</summary>
    public async Task<BrokerState> LookAsync(CancellationToken cancellationToken)
    {
        if (last is not { } known || clock.GetElapsedTime(known.At) > AsksEvery)
            last = known = (clock.GetTimestamp(), settings.Transport.Name is Transport.InMemory ? new("in-memory", null, [], [], [], []) : await AskAsync(cancellationToken));
        return known.State with { Adapters = [.. adapters.Select(adapter => Of(adapter.Status()))] };
    }

    private async Task<BrokerState> AskAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new ManagementClient(await ProvisionSettings.ManagementFromAsync(settings.Transport, limit.Token));
            var host = Uri.EscapeDataString(settings.Transport.VirtualHost);
            var queues = await client.ReadAsync($"queues/{host}?columns=name,messages,consumers", limit.Token);
            var nodes = await client.ReadAsync("nodes", limit.Token);
            return new("rabbitmq", null, [.. nodes?.Items().SelectMany(Alarms) ?? []], [.. queues?.Items().Select(Of).OfType<QueueState>().Where(queue => queue.Of != Conditions.GivenUpQueue || queue.Messages > 0).Select(Aged) ?? []], [], Certificates());
        }
        catch (CannotStartException)
        {
            return new("rabbitmq", "The console’s settings do not let it ask the broker.", [], [], [], Certificates());
        }
        catch (Exception e) when (e is ManagementException or JsonException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new("rabbitmq", "The broker's management interface does not answer.", [], [], [], Certificates());
        }
    }

    private static IEnumerable<string> Alarms(JsonElement node)
    {
        var name = node.Text("name");
        if (!node.Truth("running"))
            yield return $"{name} does not run";
        if (node.Truth("mem_alarm"))
            yield return $"{name} has too little memory and takes no messages";
        if (node.Truth("disk_free_alarm"))
            yield return $"{name} has too little disk and takes no messages";
        if (node.Texts("partitions").Count > 0)
            yield return $"{name} is cut off from {string.Join(", ", node.Texts("partitions"))}";
    }

    private QueueState? Of(JsonElement queue) =>
        Names().TryGetValue(queue.Text("name"), out var whose) ? new(whose, Number(queue, "messages"), Number(queue, "consumers")) : null;

    /// <summary>A quorum queue does not say how old its oldest message is.</summary>
    private QueueState Aged(QueueState queue) => queue with
    {
        FilledSince = Since(filled, queue.Of, queue.Messages > 0),
        UnreadSince = Since(unread, queue.Of, queue.Consumers == 0),
    };

    private DateTimeOffset? Since(Dictionary<string, DateTimeOffset> known, string queue, bool holds)
    {
        if (!holds)
            known.Remove(queue);
        else
            known.TryAdd(queue, clock.GetUtcNow());
        return known.TryGetValue(queue, out var since) ? since : null;
    }

    private Dictionary<string, string> Names()
    {
        var names = RoutingNamesKey.Read(settings.Transport);
        var routing = names.Routing;
        return new(directory.Participants.Select(one => KeyValuePair.Create(names.For(one.Id).Incoming, one.Id)))
        {
            [routing.Queue] = "routing",
            [routing.UrgentQueue] = "routing, urgent",
            [routing.DeadDeliveries] = "deliveries that came back unread",
            [routing.DeadRouting] = "messages that routing gave back",
            [routing.Kept] = Conditions.GivenUpQueue,
        };
    }

    private IReadOnlyList<CertificateState> Certificates()
    {
        try
        {
            return settings.Transport.Certificates is { } folder ? [.. CertificateAuthority.Standings(folder, clock).Where(one => one.State == "valid").Select(one => new CertificateState(one.Name, one.DaysLeft))] : [];
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static AdapterState Of(AdapterStatus status) => new(
        status.Participant, status.ReachesBroker, status.Broker, status.Waiting, TimeSpan.FromSeconds(status.OldestWaitingSeconds ?? 0), status.FilesPending, status.Quarantined + status.Refused);

    private static long Number(JsonElement item, string name) =>
        item.Inner(name) is { ValueKind: JsonValueKind.Number } number ? long.Parse(number.GetRawText(), CultureInfo.InvariantCulture) : 0;
}
