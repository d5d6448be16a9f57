using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using InfoShare.Broker.RabbitMq.Connecting;
using InfoShare.Broker.Topology;
using InfoShare.LocalNodes;
using RabbitMQ.Client;

namespace InfoShare.Nodes.Tests.Broker;

/// <summary>A virtual host with the topology that the links expect, and users with the permissions that they have in earnest.</summary>
public sealed class TestVirtualHost
{
    private static readonly SemaphoreSlim MakingUsers = new(1);

    private readonly RabbitCluster cluster;
    private readonly string name;
    private readonly BrokerNames names = new(Encoding.UTF8.GetBytes("a key for tests only"));

    private TestVirtualHost(RabbitCluster cluster, string name) => (this.cluster, this.name) = (cluster, name);

    public static async Task<TestVirtualHost> CreateAsync(RabbitCluster cluster, string name, CancellationToken cancellationToken)
    {
        var host = new TestVirtualHost(cluster, name);
        await host.PutAsync($"vhosts/{name}", new { }, cancellationToken);
        await host.AllowAsync(RabbitCluster.AdministratorName, ".*", ".*", ".*", cancellationToken);
        await host.MakeUserAsync(RoutingNames.User, cancellationToken);
        await host.AllowAsync(
            RoutingNames.User, "^$", @"^(agency\.[0-9a-f]+\.in(\.deliveries)?|routing\.[0-9a-f]+|probe\.[0-9a-f]+|dead\.[0-9a-f]+\.kept)$", @"^(routing\.[0-9a-f]+\.(ordinary|urgent)|dead\.[0-9a-f]+\.[a-z]+|probe\.[0-9a-f]+)$", cancellationToken);
        await using var administrator = await host.AdministratorsChannelAsync(cancellationToken);
        await host.DeclareRoutingAsync(administrator.Channel);
        return host;
    }

    public RoutingNames Routing => names.Routing;

    public ParticipantNames NamesOf(string participant) => names.For(participant);

    /// <summary>The address, as a user.</summary>
    public RabbitMqAddress AddressFor(string user) =>
        new([.. cluster.Nodes.Select(n => new RabbitMqHost("127.0.0.1", n.Ports.Amqp))], name, new PasswordLogin(user, PasswordOf(user)));

    /// <summary>Makes a participant's user, exchanges, queue and bindings.</summary>
    public async Task DeclareAsync(string participant, CancellationToken cancellationToken)
    {
        var own = NamesOf(participant);
        await MakeUserAsync(participant, cancellationToken);
        await AllowAsync(participant, "^$", $"^{Escape(own.Outgoing)}$", $"^{Escape(own.Incoming)}$", cancellationToken);
        await using var administrator = await AdministratorsChannelAsync(cancellationToken);
        var channel = administrator.Channel;
        await channel.ExchangeDeclareAsync(own.Outgoing, ExchangeType.Direct, durable: true, cancellationToken: cancellationToken);
        foreach (var key in (string[])[RoutingNames.OrdinaryKey, RoutingNames.UrgentKey])
            await channel.ExchangeBindAsync(names.Routing.Exchange, own.Outgoing, key, cancellationToken: cancellationToken);
        await DeclareQueueAsync(channel, own.Incoming, names.Routing.DeadDeliveries, fanout: false);
        await channel.ExchangeDeclareAsync(own.Deliveries, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(own.Incoming, own.Deliveries, "", cancellationToken: cancellationToken);
    }

    /// <summary>Lets a queue hold so many messages at the most, by policy.</summary>
    public Task LimitAsync(string queue, int messages, CancellationToken cancellationToken) => PutAsync(
        $"policies/{name}/limit",
        new Dictionary<string, object> { ["pattern"] = $"^{Escape(queue)}$", ["definition"] = new Dictionary<string, int> { ["max-length"] = messages }, ["apply-to"] = "queues" },
        cancellationToken);

    public Task DeleteUserAsync(string user, CancellationToken cancellationToken) => DeleteAsync($"users/{user}", cancellationToken);

    public Task DeleteQueueAsync(string queue, CancellationToken cancellationToken) => DeleteAsync($"queues/{name}/{queue}", cancellationToken);

    /// <summary>A channel of the administrator, on a connection that closes with it.</summary>
    public async Task<OwnChannel> AdministratorsChannelAsync(CancellationToken cancellationToken) =>
        await OwnChannel.OpenAsync(AddressFor(RabbitCluster.AdministratorName), cancellationToken);

    /// <summary>A channel of any user, with what a stranger's client could do.</summary>
    public async Task<OwnChannel> ChannelOfAsync(string user, CancellationToken cancellationToken) => await OwnChannel.OpenAsync(AddressFor(user), cancellationToken);

    /// <summary>Everything there is, by name, to see that nothing was made.</summary>
    public async Task<IReadOnlyList<string>> ObjectsAsync(CancellationToken cancellationToken)
    {
        var found = new List<string>();
        using var management = Management();
        foreach (var kind in (string[])["exchanges", "queues"])
            found.AddRange((await management.GetFromJsonAsync<Named[]>($"{kind}/{name}", cancellationToken))!.Select(n => $"{kind} {n.Name}"));
        return [.. found.Order(StringComparer.Ordinal)];
    }

    private async Task DeclareRoutingAsync(IChannel channel)
    {
        await channel.ExchangeDeclareAsync(names.Routing.Exchange, ExchangeType.Direct, durable: true);
        foreach (var dead in (string[])[names.Routing.DeadDeliveries, names.Routing.DeadRouting, names.Routing.Kept])
            await DeclareQueueAsync(channel, dead, deadLetterExchange: null);
        await DeclareQueueAsync(channel, names.Routing.Probe, null, new() { ["x-max-length"] = 1 });
        foreach (var (queue, key) in ((string, string)[])[(names.Routing.Queue, RoutingNames.OrdinaryKey), (names.Routing.UrgentQueue, RoutingNames.UrgentKey)])
        {
            await DeclareQueueAsync(channel, queue, names.Routing.DeadRouting, fanout: false);
            await channel.QueueBindAsync(queue, names.Routing.Exchange, key);
        }
    }

    private static async Task DeclareQueueAsync(
        IChannel channel, string queue, string? deadLetterExchange, Dictionary<string, object?>? more = null, bool fanout = true)
    {
        var arguments = new Dictionary<string, object?>(more ?? []) { ["x-queue-type"] = "quorum" };
        if (deadLetterExchange is not null)
        {
            arguments["x-dead-letter-exchange"] = deadLetterExchange;
            arguments["x-dead-letter-strategy"] = "at-least-once";
            arguments["x-overflow"] = "reject-publish";
            arguments["x-delivery-limit"] = 20;
        }

        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments);
        if (!fanout)
            return;
        await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true);
        await channel.QueueBindAsync(queue, queue, "");
    }

    /// <summary>Also gives a deleted user back; its permissions are gone with it.</summary>
    public async Task MakeUserAsync(string user, CancellationToken cancellationToken)
    {
        // Users belong to the broker, and of two tests that make the same one at once the broker refuses one.
        await MakingUsers.WaitAsync(cancellationToken);
        try
        {
            await PutAsync($"users/{user}", new { password = PasswordOf(user), tags = "" }, cancellationToken);
        }
        finally
        {
            MakingUsers.Release();
        }
    }

    private Task AllowAsync(string user, string configure, string write, string read, CancellationToken cancellationToken) =>
        PutAsync($"permissions/{name}/{user}", new { configure, write, read }, cancellationToken);

    private async Task PutAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var content = new StringContent(System.Text.Json.JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var management = Management();
        (await management.PutAsync(new Uri(path, UriKind.Relative), content, cancellationToken)).EnsureSuccessStatusCode();
    }

    private async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        using var management = Management();
        (await management.DeleteAsync(new Uri(path, UriKind.Relative), cancellationToken)).EnsureSuccessStatusCode();
    }

    private HttpClient Management()
    {
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{cluster.Nodes[0].Ports.Management}/api/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{RabbitCluster.AdministratorName}:{cluster.AdministratorPassword}")));
        return client;
    }

    private string PasswordOf(string user) => user == RabbitCluster.AdministratorName ? cluster.AdministratorPassword : "of " + user;

    private static string Escape(string text) => text.Replace(".", @"\.", StringComparison.Ordinal);

    private sealed record Named(string Name);
}
