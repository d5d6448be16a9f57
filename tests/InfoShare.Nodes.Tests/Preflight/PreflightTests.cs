using InfoShare.Broker.Preflight;
using InfoShare.Broker.Provisioning;
using InfoShare.Broker.Topology;
using InfoShare.Nodes.Tests.Provisioning;

namespace InfoShare.Nodes.Tests.Preflight;

/// <summary>A broker that was spoiled in one way is refused for that reason, and provisioning puts it right.</summary>
[Collection(nameof(OneBrokerTests))]
public sealed class PreflightTests(OneBroker broker)
{
    private const int Limit = 180_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ways { get; } = [.. Spoiling.All.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_was_spoiled_is_said_and_can_be_put_right(string way)
    {
        await using var scene = await ProvisionedAsync();
        var (spoil, codes) = Spoiling.All[way];

        await spoil(scene);

        Assert.Equal(codes, await scene.ReasonsAsync());
        Assert.NotEmpty((await scene.PlanAsync()).Steps);
        await scene.DeleteAsync("users/stranger");
    }

    [Fact]
    public async Task What_was_provisioned_is_good_to_an_administrator_and_to_the_monitoring_user()
    {
        await using var scene = await ProvisionedAsync();
        var password = new Passwords(scene.Request.CertificatesFolder).Read(RoutingNames.Monitor)!;
        var monitor = broker.Management with { User = RoutingNames.Monitor, Password = password };

        Assert.Empty(await scene.ReasonsAsync());
        Assert.Empty(await TopologyCheck.RunAsync(monitor, scene.VirtualHost, scene.Request.Participants, scene.Names, Token));
        await scene.DeleteAsync("policies/{vhost}/age-of-dead-letters");
        Assert.Equal(
            ["no-policy"],
            (await TopologyCheck.RunAsync(monitor, scene.VirtualHost, scene.Request.Participants, scene.Names, Token)).Select(r => r.Code));
    }

    [Fact]
    public async Task A_virtual_host_that_is_not_there_is_one_reason()
    {
        await using var scene = await ProvisionedAsync();
        var names = scene.Names;
        await scene.DeleteAsync("vhosts/{vhost}");

        Assert.Equal("no-virtual-host", Assert.Single(await TopologyCheck.RunAsync(broker.Management, scene.VirtualHost, [], names, Token)).Code);
    }

    [Fact(Timeout = Limit)]
    public async Task A_broker_that_takes_passwords_is_refused()
    {
        await using var scene = await ProvisionedAsync();
        await broker.Node.ControlAsync(Token, "eval", "application:set_env(rabbit, auth_mechanisms, ['EXTERNAL', 'PLAIN']).");
        try
        {
            await ReasonIsSeenAsync(scene, "passwords");
            Assert.Equal("passwords", Assert.Single((await scene.ApplyAsync()).Reasons).Code);
        }
        finally
        {
            await broker.Node.ControlAsync(CancellationToken.None, "eval", "application:set_env(rabbit, auth_mechanisms, ['EXTERNAL']).");
            await ReasonIsSeenAsync(scene);
        }
    }

    [Fact(Timeout = Limit)]
    [Trait("Length", "long")]
    public async Task A_plugin_that_moves_messages_elsewhere_is_refused()
    {
        await using var scene = await ProvisionedAsync();
        await broker.Node.PluginsAsync(Token, "enable", "rabbitmq_shovel");
        try
        {
            await ReasonIsSeenAsync(scene, "plugin");
        }
        finally
        {
            await broker.Node.PluginsAsync(CancellationToken.None, "disable", "rabbitmq_shovel");
            await ReasonIsSeenAsync(scene);
        }
    }

    [Fact]
    public async Task Nodes_that_go_on_alone_are_refused()
    {
        await using var scene = await ProvisionedAsync();
        var wanted = WantedTopology.For(new(scene.VirtualHost, scene.Request.Participants, new HashSet<string>(), 1, _ => null), scene.Names);
        var found = await scene.FoundAsync();

        FoundTopology With(string handling) => found with { Nodes = [.. Enumerable.Repeat(found.Nodes[0] with { PartitionHandling = handling }, 3)] };

        Assert.All(TopologyCheck.Reasons(wanted, With("ignore")), r => Assert.Equal("partition-handling", r.Code));
        Assert.NotEmpty(TopologyCheck.Reasons(wanted, With("ignore")));
        Assert.Empty(TopologyCheck.Reasons(wanted, With("pause_minority")));
    }

    /// <summary>Nodes tell about themselves every few seconds.</summary>
    private static async Task ReasonIsSeenAsync(Scene scene, params string[] reasons)
    {
        while (!(await scene.ReasonsAsync()).SequenceEqual(reasons))
            await Task.Delay(200, Token);
    }

    private async Task<Scene> ProvisionedAsync()
    {
        var scene = await broker.SceneAsync(Spoiling.Kent, Spoiling.Leeds);
        await scene.ApplyAsync();
        return scene;
    }
}
