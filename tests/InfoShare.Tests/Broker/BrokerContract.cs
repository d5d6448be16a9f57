using System.Text;
using InfoShare.Broker;
using Xunit;

namespace InfoShare.Tests.Broker;

/// <summary>What every transport must do. A transport's tests inherit these and say how to reach it.</summary>
public abstract class BrokerContract
{
    private const string Sender = "education-cumberland";
    private const string Recipient = "social-care-cumberland";
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The link of a participant, declared by this call.</summary>
    protected abstract IParticipantLink LinkFor(string participant);

    protected abstract IRoutingLink Routing { get; }

    /// <summary>Lets time pass as the transport sees it.</summary>
    protected abstract Task PassAsync(TimeSpan time);

    [Fact]
    public async Task Routing_gets_what_a_participant_sends_with_the_senders_name()
    {
        var link = LinkFor(Sender);
        Assert.Equal(PublishOutcome.Confirmed, await link.PublishAsync(Message("m1", "hello"), urgent: false, Token));

        await using var reader = new Reader((h, t) => Routing.ConsumeAsync(false, h, t));
        var (from, message) = await reader.NextAsync();
        Assert.Equal((Sender, "m1", "hello"), (from, message.Id, Text(message)));
    }

    [Fact]
    public async Task Urgent_messages_have_a_queue_of_their_own()
    {
        var link = LinkFor(Sender);
        await link.PublishAsync(Message("ordinary"), urgent: false, Token);
        await link.PublishAsync(Message("urgent"), urgent: true, Token);

        await using var reader = new Reader((h, t) => Routing.ConsumeAsync(true, h, t));
        Assert.Equal("urgent", (await reader.NextAsync()).Message.Id);
    }

    [Fact]
    public async Task A_participant_reads_its_own_queue_in_order_one_at_a_time()
    {
        var link = LinkFor(Recipient);
        LinkFor(Sender);
        for (var i = 0; i < 20; i++)
            Assert.Equal(PublishOutcome.Confirmed, await Routing.PublishAsync(Recipient, Message($"m{i}"), Long, Token));
        await Routing.PublishAsync(Sender, Message("not ours"), Long, Token);

        var (running, mostRunning) = (0, 0);
        var seen = new List<string>();
        var done = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        var consuming = link.ConsumeAsync(
            async (m, _) =>
            {
                mostRunning = Math.Max(mostRunning, ++running);
                await Task.Yield();
                seen.Add(m.Id);
                running--;
                if (seen.Count == 20)
                    done.SetResult();
                return Settlement.Acknowledge;
            },
            stop.Token);
        await done.Task.WaitAsync(Patience, Token);
        await stop.CancelAsync();
        await consuming;

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"m{i}"), seen);
        Assert.Equal(1, mostRunning);
    }

    [Fact]
    public async Task Nobody_is_there_to_publish_to() =>
        Assert.Equal(PublishOutcome.Unroutable, await Routing.PublishAsync("never-declared", Message("m"), Long, Token));

    [Fact]
    public async Task A_message_whose_handler_failed_is_delivered_again()
    {
        var link = LinkFor(Recipient);
        await Routing.PublishAsync(Recipient, Message("m1"), Long, Token);
        await Routing.PublishAsync(Recipient, Message("m2"), Long, Token);

        var failed = false;
        await using var reader = new Reader((h, t) => link.ConsumeAsync(
            (m, token) =>
            {
                if (failed)
                    return h(Recipient, m, token);
                failed = true;
                throw new InvalidOperationException("a test's failure");
            },
            t));
        Assert.Equal("m1", (await NextAfterPauseAsync(reader)).Message.Id);
        Assert.Equal("m2", (await reader.NextAsync()).Message.Id);
    }

    [Fact]
    public async Task A_message_is_not_lost_when_its_consumer_stops_before_it_is_settled()
    {
        var link = LinkFor(Recipient);
        await Routing.PublishAsync(Recipient, Message("m1"), Long, Token);

        using var stop = new CancellationTokenSource();
        var taken = new TaskCompletionSource();
        var consuming = link.ConsumeAsync(
            async (_, token) =>
            {
                taken.SetResult();
                await Task.Delay(Timeout.Infinite, token);
                return Settlement.Acknowledge;
            },
            stop.Token);
        await taken.Task.WaitAsync(Patience, Token);
        await stop.CancelAsync();
        await consuming;

        await using var reader = new Reader((h, t) => link.ConsumeAsync((m, token) => h(Recipient, m, token), t));
        Assert.Equal("m1", (await NextAfterPauseAsync(reader)).Message.Id);
    }

    [Fact]
    public async Task A_requeued_message_comes_again()
    {
        await LinkFor(Sender).PublishAsync(Message("m1"), urgent: false, Token);
        var first = true;
        await using var reader = new Reader((h, t) => Routing.ConsumeAsync(
            false,
            async (from, m, token) =>
            {
                if (!first)
                    return await h(from, m, token);
                first = false;
                return Settlement.Requeue;
            },
            t));
        Assert.Equal("m1", (await NextAfterPauseAsync(reader)).Message.Id);
    }

    [Fact]
    public async Task What_is_unread_after_its_time_comes_back_as_a_dead_letter_with_the_participants_name()
    {
        LinkFor(Recipient);
        await Routing.PublishAsync(Recipient, Message("m1", "body"), TimeSpan.FromSeconds(1), Token);
        await PassAsync(TimeSpan.FromSeconds(2));

        await using var reader = new Reader((h, t) => Routing.ConsumeDeadLettersAsync(h, t));
        var (participant, message) = await reader.NextAsync();
        Assert.Equal((Recipient, "m1", "body"), (participant, message.Id, Text(message)));
    }

    [Fact]
    public async Task What_a_participant_cannot_read_comes_back_as_a_dead_letter()
    {
        var link = LinkFor(Recipient);
        await Routing.PublishAsync(Recipient, Message("m1"), Long, Token);
        await using var consumer = new Reader((_, t) => link.ConsumeAsync((_, _) => Task.FromResult(Settlement.DeadLetter), t));

        await using var reader = new Reader((h, t) => Routing.ConsumeDeadLettersAsync(h, t));
        var (participant, message) = await reader.NextAsync();
        Assert.Equal((Recipient, "m1"), (participant, message.Id));
    }

    [Fact]
    public async Task What_routing_gives_up_on_comes_back_once_and_then_stays_for_an_operator()
    {
        await LinkFor(Sender).PublishAsync(Message("m1", "body"), urgent: true, Token);
        var taken = new List<(string, string, string)>();
        await using var consumer = new Reader((_, t) => Routing.ConsumeAsync(
            true,
            (from, m, _) =>
            {
                taken.Add((from, m.Id, Text(m)));
                return Task.FromResult(Settlement.DeadLetter);
            },
            t));
        await using var told = new Reader((h, t) => Routing.ConsumeGivenUpAsync(
            (m, token) => h(m.Participant, Message(m.Again ? m.Id + " again" : m.Id), token), t));

        Assert.Equal("m1", (await NextAfterPauseAsync(told)).Message.Id);
        Assert.Equal("m1 again", (await NextAfterPauseAsync(told)).Message.Id);
        await UntilAsync(() => Routing.GivenUp == 1);
        Assert.Equal([(Sender, "m1", "body"), (Sender, "m1", "body")], taken);
    }

    [Fact]
    public async Task Both_links_say_when_they_are_up()
    {
        var link = LinkFor(Sender);
        await UntilAsync(() => link.Health.State is LinkState.Up && Routing.Health.State is LinkState.Up);
    }

    [Fact]
    public async Task A_consumer_is_seen_while_it_reads_and_only_then()
    {
        var link = LinkFor(Recipient);
        Assert.False(Routing.HasConsumer(Recipient));
        var reader = new Reader((h, t) => link.ConsumeAsync((m, token) => h(Recipient, m, token), t));
        await UntilAsync(() => Routing.HasConsumer(Recipient));
        await reader.DisposeAsync();
        await UntilAsync(() => !Routing.HasConsumer(Recipient));
    }

    [Fact]
    public async Task Changing_the_bytes_after_publishing_changes_nothing()
    {
        var body = Encoding.UTF8.GetBytes("before");
        await LinkFor(Sender).PublishAsync(new BrokerMessage("m1", body), urgent: false, Token);
        body[0] = (byte)'x';

        await using var reader = new Reader((h, t) => Routing.ConsumeAsync(false, h, t));
        Assert.Equal("before", Text((await reader.NextAsync()).Message));
    }

    [Fact]
    public async Task A_cancelled_publish_is_unknown() =>
        Assert.Equal(PublishOutcome.Unknown, await LinkFor(Sender).PublishAsync(Message("m"), urgent: false, new CancellationToken(canceled: true)));

    protected static BrokerMessage Message(string id, string body = "{}") => new(id, Encoding.UTF8.GetBytes(body));

    protected static string Text(BrokerMessage message) => Encoding.UTF8.GetString(message.Body.Span);

    protected static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 400 && !condition(); i++)
            await Task.Delay(50);
        Assert.True(condition());
    }

    /// <summary>The next message, letting the pause before a repeat pass.</summary>
    protected async Task<(string Participant, BrokerMessage Message)> NextAfterPauseAsync(Reader reader)
    {
        var next = reader.NextAsync();
        while (!next.IsCompleted)
        {
            await Task.Delay(20);
            await PassAsync(TimeSpan.FromMilliseconds(300));
        }

        return await next;
    }
}
