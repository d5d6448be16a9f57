using System.Text.Json;
using System.Text.Json.Nodes;
using InfoShare.Broker.Certificates;
using InfoShare.Broker.Provisioning.Management;
using InfoShare.Broker.Topology;
using InfoShare.Nodes.Tests.Provisioning;
using RabbitMQ.Client;

namespace InfoShare.Nodes.Tests.Hostile;

/// <summary>
/// An agency's machine in the hands of an enemy: a real certificate, a raw client, thousands of operations. It reads its own
/// incoming queue, writes to its own outgoing exchange, changes nothing and learns nothing; and every refusal is in the log.
/// </summary>
[Collection(nameof(OneBrokerTests))]
public sealed class HostileParticipantTests(OneBroker broker)
{
    private const string Attacking = "police-kent";
    private const int Letters = 20;
    private const int OperationsPerLetter = 25;
    private static readonly string[] Others = ["health-leeds", "education-york", "social-care-hull"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 1_000)]
    public Task It_reads_and_writes_its_own_changes_nothing_and_learns_nothing(int seed, int operations) => AttackAsync(seed, operations, knowsNames: false);

    [Theory]
    [Trait("Length", "long")]
    [InlineData(2, 10_000)]
    public Task It_does_not_in_ten_thousand_operations_either(int seed, int operations) => AttackAsync(seed, operations, knowsNames: false);

    /// <summary>Names that leak show how much waits under them, and nothing else.</summary>
    [Theory]
    [InlineData(3, 1_000)]
    public Task It_reads_and_writes_no_more_when_it_knows_every_name(int seed, int operations) => AttackAsync(seed, operations, knowsNames: true);

    [Fact]
    public async Task Its_certificate_opens_no_other_virtual_host()
    {
        await using var scene = await ProvisionedAsync();

        await using var connection = await Factory("/").CreateConnectionAsync(Token);
        var closed = new TaskCompletionSource<ushort>(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.ConnectionShutdownAsync += (_, e) => { closed.TrySetResult(e.ReplyCode); return Task.CompletedTask; };
        if (connection.CloseReason is { } reason)
            closed.TrySetResult(reason.ReplyCode);

        // The client does not wait for the broker's answer.
        Assert.Equal(Constants.NotAllowed, await closed.Task.WaitAsync(TimeSpan.FromSeconds(20), Token));
    }

    private async Task AttackAsync(int seed, int operations, bool knowsNames)
    {
        await using var scene = await ProvisionedAsync();
        await FillAsync(scene);
        var own = scene.Names.For(Attacking);
        var attacks = new Attacks(new(Attacking, own.Outgoing, own.Incoming, [.. WellKnown, .. knowsNames ? Secret(scene) : []]), seed);
        var logged = Refusals();

        await using var attacker = new Attacker(Factory(scene.VirtualHost));
        for (var i = 0; i < operations; i++)
        {
            if (i % OperationsPerLetter == 0)
                await PublishAsync(scene, own.Deliveries, "", $"for {Attacking} {i}");
            await attacker.TryAsync(attacks.Next(), Token);
        }

        Assert.Empty(attacker.Worked.Where(a => !a.May && !(knowsNames && a.What.StartsWith("ask ", StringComparison.Ordinal))).Select(a => a.What).Distinct());
        Assert.All(attacks.Received, body => Assert.True(body.StartsWith($"for {Attacking}", StringComparison.Ordinal) || !body.StartsWith("for ", StringComparison.Ordinal), body));
        Assert.True(knowsNames || !Secret(scene).Any(name => attacker.Learned.Any(text => text.Contains(name, StringComparison.Ordinal))));
        Assert.Contains(attacker.Worked, a => a.What.StartsWith($"publish to {own.Outgoing}", StringComparison.Ordinal));
        Assert.NotEmpty(attacks.Received);
        await NothingIsChangedAsync(scene);
        Assert.True(attacker.Refused > operations / 4, $"{attacker.Refused} refused");
        await EachRefusalIsLoggedAsync(attacker.Refused, logged);
        TestContext.Current.SendDiagnosticMessage("{0} of {1} operations worked, {2} were refused and logged", attacker.Worked.Count, operations, attacker.Refused);
    }

    private static string[] WellKnown => ["routing", "routing.urgent", "routing.ordinary", "dead.deliveries", "dead.routing", "probe", .. Others.Select(o => $"agency.{o}.in")];

    private static string[] Secret(Scene scene) =>
    [
        scene.Names.Routing.Exchange, scene.Names.Routing.Queue, scene.Names.Routing.UrgentQueue, scene.Names.Routing.DeadDeliveries, scene.Names.Routing.DeadRouting,
        .. Others.Select(scene.Names.For).SelectMany(n => new[] { n.Outgoing, n.Incoming, n.Deliveries }),
    ];

    /// <summary>What was provisioned is there and nothing else; what was for others is there, all of it and nothing else.</summary>
    private async Task NothingIsChangedAsync(Scene scene)
    {
        Assert.Empty((await scene.PlanAsync()).Steps.Select(s => s.ToString()));
        foreach (var other in Others)
        {
            var letters = await ReadAllAsync(scene, scene.Names.For(other).Incoming);
            Assert.Equal(Letters, letters.Count);
            Assert.All(letters, l => Assert.StartsWith($"for {other}", l.Body, StringComparison.Ordinal));
        }

        foreach (var queue in new[] { scene.Names.Routing.Queue, scene.Names.Routing.UrgentQueue })
            Assert.All(
                await ReadAllAsync(scene, queue),
                l => Assert.Equal(l.Exchange == scene.Names.For(Others[0]).Outgoing, l.Body.StartsWith($"from {Others[0]}", StringComparison.Ordinal)));
    }

    private async Task<Scene> ProvisionedAsync()
    {
        var scene = await broker.SceneAsync([Attacking, .. Others]);
        await scene.ApplyAsync();
        var authority = CertificateAuthority.Open(broker.Certificates.Path, TimeProvider.System);
        if (authority.List().FirstOrDefault(s => s.Name == Attacking)?.State != "valid")
            authority.Issue(Attacking, CertificateUse.Client, []);
        return scene;
    }

    /// <summary>Letters for everybody, and from one of the others to routing.</summary>
    private static async Task FillAsync(Scene scene)
    {
        foreach (var participant in Others)
            for (var i = 0; i < Letters; i++)
                await PublishAsync(scene, scene.Names.For(participant).Deliveries, "", $"for {participant} {i}");
        foreach (var key in new[] { RoutingNames.OrdinaryKey, RoutingNames.UrgentKey })
            for (var i = 0; i < Letters; i++)
                await PublishAsync(scene, scene.Names.For(Others[0]).Outgoing, key, $"from {Others[0]} {i}");
    }

    private static Task PublishAsync(Scene scene, string exchange, string key, string body) => scene.PostAsync(
        $"exchanges/{{vhost}}/{exchange}/publish",
        new() { ["properties"] = new JsonObject { ["delivery_mode"] = 2 }, ["routing_key"] = key, ["payload"] = body, ["payload_encoding"] = "string" });

    private async Task<IReadOnlyList<(string Exchange, string Body)>> ReadAllAsync(Scene scene, string queue)
    {
        using var administrator = new ManagementClient(broker.Management);
        var found = await administrator.SendAsync(
            ManagementRequest.Post(
                ManagementRequest.PathOf("queues", scene.VirtualHost, queue, "get"),
                new() { ["count"] = 100_000, ["ackmode"] = "ack_requeue_true", ["encoding"] = "auto", ["truncate"] = 100 }),
            Token);
        return [.. found!.Value.EnumerateArray().Select(m => (m.GetProperty("exchange").GetString()!, m.GetProperty("payload").GetString()!))];
    }

    private ConnectionFactory Factory(string virtualHost) => RawConnection.Factory(
        broker.Node.Ports.Amqp, virtualHost, broker.Certificates, RawConnection.Load(broker.Certificates, Attacking));

    /// <summary>The log is written a little later.</summary>
    private async Task EachRefusalIsLoggedAsync(int refused, int before)
    {
        for (var tries = 0; tries < 50 && Refusals() - before < refused; tries++)
            await Task.Delay(200, Token);
        Assert.Equal(refused, Refusals() - before);
    }

    /// <summary>Lines of the broker's log about something that somebody may not do; the line before names the user.</summary>
    private int Refusals()
    {
        using var log = new StreamReader(new FileStream(broker.Node.LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var count = 0;
        while (log.ReadLine() is { } line)
            if (line.Contains("caused a channel exception access_refused", StringComparison.Ordinal))
                count++;
        return count;
    }
}
