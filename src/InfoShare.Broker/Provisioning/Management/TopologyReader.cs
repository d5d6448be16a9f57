using System.Text.Json;
using InfoShare.Broker.Topology;
using static InfoShare.Broker.Provisioning.Management.ManagementRequest;

namespace InfoShare.Broker.Provisioning.Management;

/// <summary>Reads what a broker holds.</summary>
public static class TopologyReader
{
    /// <summary>Reads what this user may see of a virtual host, and of the broker.</summary>
    /// <exception cref="ManagementException">It cannot be reached, or this user may see nothing of it.</exception>
    public static async Task<FoundTopology> ReadAsync(ManagementClient client, string virtualHost, CancellationToken cancellationToken)
    {
        var nodes = (await client.ReadAsync("nodes", cancellationToken) ?? throw new ManagementException($"the user {client.User} may not look at the broker")).Items().Select(Node).ToList();
        var users = await UsersAsync(client, cancellationToken);
        var hosts = (await client.ReadAsync("vhosts", cancellationToken) ?? default).Items();
        var host = hosts.Where(h => h.Text("name") == virtualHost).Select(h => (JsonElement?)h).FirstOrDefault();
        if (host is null)
            return new(null, [], [], [], [], users, nodes);
        return new(
            new(host.Value.Text("description"), host.Value.Truth("tracing"), await LimitsAsync(client, virtualHost, cancellationToken)),
            [.. (await ListAsync("exchanges")).Where(e => !IsBuiltIn(e.Text("name"))).Select(Exchange)],
            [.. (await ListAsync("queues")).Select(Queue)],
            [.. (await ListAsync("bindings")).Where(b => b.Text("source").Length > 0).Select(Binding)],
            [.. (await ListAsync("policies")).Select(p => Policy(p, byOperator: false)), .. (await ListAsync("operator-policies")).Select(p => Policy(p, byOperator: true))],
            users, nodes);

        async Task<IEnumerable<JsonElement>> ListAsync(string what) =>
            (await client.ReadAsync(PathOf(what, virtualHost), cancellationToken)
                ?? throw new ManagementException($"the user {client.User} may not look into the virtual host {virtualHost}")).Items();
    }

    private static async Task<FoundUsers?> UsersAsync(ManagementClient client, CancellationToken cancellationToken) =>
        await client.ReadAsync("users", cancellationToken) is { } users
        && await client.ReadAsync("permissions", cancellationToken) is { } permissions
            ? new([.. users.Items().Select(User)], [.. permissions.Items().Select(Grant)])
            : null;

    private static async Task<IReadOnlyDictionary<string, int>> LimitsAsync(ManagementClient client, string virtualHost, CancellationToken cancellationToken) =>
        (await client.ReadAsync(PathOf("vhost-limits", virtualHost), cancellationToken) ?? default).Items().Select(l => l.Numbers("value")).FirstOrDefault() ?? new Dictionary<string, int>();

    private static bool IsBuiltIn(string exchange) => exchange.Length == 0 || exchange.StartsWith("amq.", StringComparison.Ordinal);

    private static FoundExchange Exchange(JsonElement e) =>
        new(new(e.Text("name"), e.Text("type"), Arguments.From(e.Inner("arguments"))), e.Truth("durable"), e.Truth("auto_delete"), e.Truth("internal"));

    private static FoundQueue Queue(JsonElement q) => new(
        new(q.Text("name"), Arguments.From(q.Inner("arguments"))), q.Text("type"), q.Truth("durable"), q.Truth("auto_delete"),
        q.Inner("messages") is { ValueKind: JsonValueKind.Number } messages ? messages.GetInt64() : 0);

    private static FoundBinding Binding(JsonElement b) => new(
        new(b.Text("source"), b.Text("destination"), b.Text("destination_type") == "queue", b.Text("routing_key")),
        Arguments.From(b.Inner("arguments")), b.Text("properties_key"));

    private static FoundPolicy Policy(JsonElement p, bool byOperator) => new(
        new(p.Text("name"), p.Text("pattern"), p.Text("apply-to"), Arguments.From(p.Inner("definition"))),
        p.Inner("priority") is { ValueKind: JsonValueKind.Number } priority ? priority.GetInt32() : 0, byOperator);

    private static FoundUser User(JsonElement u) =>
        new(u.Text("name"), u.Texts("tags"), u.Text("password_hash"), u.Text("hashing_algorithm"), u.Numbers("limits"));

    private static FoundGrant Grant(JsonElement p) =>
        new(p.Text("vhost"), new(p.Text("user"), p.Text("configure"), p.Text("write"), p.Text("read")));

    private static FoundNode Node(JsonElement n) => new(
        n.Text("name"), n.Truth("running"), n.Texts("enabled_plugins"),
        [.. n.Inner("auth_mechanisms").Items().Where(m => m.Truth("enabled")).Select(m => m.Text("name"))]);
}
