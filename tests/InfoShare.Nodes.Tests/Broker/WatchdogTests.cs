using InfoShare.Broker;
using InfoShare.Tests;
using RabbitMQ.Client;

namespace InfoShare.Nodes.Tests.Broker;

/// <summary>Whatever happens to the broker, the links come back by themselves within 30 seconds, and say how they are meanwhile.</summary>
[TakesMinutes]
[Trait("Length", "long")]
public sealed class WatchdogTests : IAsyncLifetime
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);
    private OwnRabbitMq broker = null!;
    private Traffic traffic = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Incoming => broker.Host.NamesOf(Traffic.Participant).Incoming;

    public async ValueTask InitializeAsync()
    {
        broker = await OwnRabbitMq.StartAsync(Token, moreConfiguration: OwnRabbitMq.ShortConsumerTimeout);
        traffic = await Traffic.StartAsync(broker.Host);
        await traffic.FlowsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (traffic is not null)
            await traffic.DisposeAsync();
        if (broker is not null)
            await broker.DisposeAsync();
    }

    [Fact]
    public async Task After_a_queue_was_deleted_and_made_again()
    {
        await broker.Host.DeleteQueueAsync(Incoming, Token);
        await Until.TrueAsync(() => traffic.Link.Health is { State: LinkState.Down, Reason: "queue-missing" });
        await Until.TrueAsync(() => !traffic.Routing.HasConsumer(Traffic.Participant));
        await broker.Host.DeclareAsync(Traffic.Participant, Token);
        await traffic.FlowsAsync(Bound);
    }

    [Fact]
    public async Task After_a_user_was_deleted_and_made_again()
    {
        await broker.Host.DeleteUserAsync(Traffic.Participant, Token);
        await Until.TrueAsync(() => traffic.Link.Health is { State: LinkState.Down, Reason: "refused" });
        await Task.Delay(TimeSpan.FromSeconds(15), Token);
        await broker.Host.DeclareAsync(Traffic.Participant, Token);
        await traffic.FlowsAsync(Bound);
    }

    [Fact]
    public async Task After_all_connections_were_closed()
    {
        await broker.Cluster.Nodes[0].ControlAsync(Token, "close_all_connections", "a test");
        await traffic.FlowsAsync(Bound);
        await EachIsReadOnceAsync();
    }

    [Fact]
    public async Task While_the_broker_takes_no_messages_that_is_said_and_nothing_waits_for_it()
    {
        var node = broker.Cluster.Nodes[0];
        await node.ControlAsync(Token, "set_vm_memory_high_watermark", "0.00001");
        await Until.TrueAsync(() => traffic.Link.Health is { State: LinkState.Blocked, Reason: "blocked" } && traffic.Routing.Health.State is LinkState.Blocked);
        var began = TimeProvider.System.GetTimestamp();
        Assert.Equal(PublishOutcome.Refused, await traffic.Link.PublishAsync(Links.Message("m"), urgent: true, Token));
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(1));

        await node.ControlAsync(Token, "set_vm_memory_high_watermark", "0.4");
        await traffic.FlowsAsync(Bound);
    }

    [Fact]
    public async Task After_a_handler_held_a_message_longer_than_the_broker_allows()
    {
        traffic.Hang = true;
        await traffic.Link.PublishAsync(Links.Message("hangs"), urgent: false, Token);
        await Until.TrueAsync(() => traffic.Routing.Health.State is LinkState.Down, within: TimeSpan.FromSeconds(40));
        await traffic.FlowsAsync(Bound);
    }

    [Fact]
    public async Task After_the_broker_was_killed_and_started()
    {
        // A quorum queue that is a moment old does not survive a kill: the broker has not yet written down which log is its own.
        await Task.Delay(TimeSpan.FromSeconds(6), Token);
        await broker.Cluster.Nodes[0].KillAsync();
        await Until.TrueAsync(() => traffic.Link.Health.State is LinkState.Down && traffic.Routing.Health.State is LinkState.Down);
        await Task.Delay(TimeSpan.FromSeconds(15), Token);
        Assert.Equal("unreachable", traffic.Link.Health.Reason);
        await broker.Cluster.Nodes[0].StartAsync(Token);
        await traffic.FlowsAsync(Bound);
    }

    [Fact]
    public async Task After_the_broker_hung_for_a_while()
    {
        broker.Cluster.Nodes[0].Pause();
        await Until.TrueAsync(() => traffic.Link.Health.State is LinkState.Down && traffic.Routing.Health.State is LinkState.Down);
        await Task.Delay(TimeSpan.FromSeconds(20), Token);
        broker.Cluster.Nodes[0].Continue();
        await traffic.FlowsAsync(Bound);
        await EachIsReadOnceAsync();
    }

    [Fact]
    public async Task A_link_that_was_opened_before_the_broker_was_there_comes_up()
    {
        await broker.Cluster.Nodes[0].StopAsync();
        await using var early = Traffic.Start(broker.Host);
        await Until.TrueAsync(() => early.Link.Health is { State: LinkState.Down, Reason: "unreachable" });
        Assert.Equal(PublishOutcome.Unknown, await early.Link.PublishAsync(Links.Message("m"), urgent: false, Token));
        await broker.Cluster.Nodes[0].StartAsync(Token);
        await early.FlowsAsync(Bound);
    }

    [Fact]
    public async Task A_confirm_that_does_not_come_is_said()
    {
        // A queue that has lost its majority takes messages and confirms none; one that is stopped does the same on one node.
        await broker.Cluster.Nodes[0].ControlAsync(Token, "eval", $"ra:stop_server(quorum_queues, {{'test_{Incoming}', node()}}).");
        Assert.Equal(PublishOutcome.Unknown, await traffic.Routing.PublishAsync(Traffic.Participant, Links.Message("m"), TimeSpan.FromDays(1), Token));
        Assert.NotEqual(LinkState.Up, traffic.Routing.Health.State);
        await broker.Cluster.Nodes[0].ControlAsync(Token, "eval", $"ra:restart_server(quorum_queues, {{'test_{Incoming}', node()}}).");
        await traffic.FlowsAsync(Bound);
    }

    /// <summary>A second consumer of the same reader would be one that nobody watches.</summary>
    private async Task EachIsReadOnceAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(3), Token);
        await using var administrator = await broker.Host.AdministratorsChannelAsync(Token);
        foreach (var queue in (string[])[Incoming, broker.Host.Routing.Queue])
            Assert.Equal(1u, (await administrator.Channel.QueueDeclarePassiveAsync(queue, Token)).ConsumerCount);
    }
}
