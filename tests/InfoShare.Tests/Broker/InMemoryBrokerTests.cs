using InfoShare.Broker;
using InfoShare.Broker.InMemory;
using InfoShare.Tests.Clock;
using Xunit;

namespace InfoShare.Tests.Broker;

public sealed class InMemoryBrokerTests : BrokerContract
{
    private readonly ManualClock clock = new();
    private readonly InMemoryBroker broker;

    public InMemoryBrokerTests() => broker = new InMemoryBroker(clock, mostWaiting: 100, pauseBeforeGivingBack: TimeSpan.FromSeconds(1));

    protected override IRoutingLink Routing => broker.Routing;

    protected override IParticipantLink LinkFor(string participant) => broker.LinkFor(participant);

    protected override Task PassAsync(TimeSpan time)
    {
        clock.Advance(time);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_full_queue_refuses()
    {
        broker.Declare("police-suffolk");
        for (var i = 0; i < 100; i++)
            Assert.Equal(PublishOutcome.Confirmed, await Routing.PublishAsync("police-suffolk", Message($"m{i}"), TimeSpan.FromMinutes(1), Token));
        Assert.Equal(PublishOutcome.Refused, await Routing.PublishAsync("police-suffolk", Message("one more"), TimeSpan.FromMinutes(1), Token));
        Assert.Equal(100, broker.WaitingFor("police-suffolk"));

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, broker.WaitingFor("police-suffolk"));
    }

    [Fact]
    public async Task A_message_that_fails_twenty_times_becomes_a_dead_letter_and_the_next_one_goes_on()
    {
        var link = LinkFor("police-suffolk");
        await Routing.PublishAsync("police-suffolk", Message("poison"), TimeSpan.FromDays(1), Token);
        await Routing.PublishAsync("police-suffolk", Message("good"), TimeSpan.FromDays(1), Token);

        var deliveries = 0;
        await using var reader = new Reader((h, t) => link.ConsumeAsync(
            (m, token) => m.Id == "good" ? h("", m, token) : throw new InvalidOperationException($"a test's failure {++deliveries}"), t));
        Assert.Equal("good", (await NextAfterPauseAsync(reader)).Message.Id);
        Assert.Equal(20, deliveries);

        await using var dead = new Reader((h, t) => Routing.ConsumeDeadLettersAsync(h, t));
        Assert.Equal("poison", (await dead.NextAsync()).Message.Id);
    }

    [Fact]
    public async Task Routing_handles_many_at_once_but_no_more_than_sixty_four()
    {
        var link = LinkFor("police-suffolk");
        for (var i = 0; i < 100; i++)
            await link.PublishAsync(Message($"m{i}"), urgent: false, Token);

        var running = 0;
        var go = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        var consuming = Routing.ConsumeAsync(
            false,
            async (_, _, _) =>
            {
                Interlocked.Increment(ref running);
                await go.Task;
                return Settlement.Acknowledge;
            },
            stop.Token);
        await UntilAsync(() => Volatile.Read(ref running) == 64);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(64, running);
        go.SetResult();
        await UntilAsync(() => Volatile.Read(ref running) == 100);
        await stop.CancelAsync();
        await consuming;
    }
}
