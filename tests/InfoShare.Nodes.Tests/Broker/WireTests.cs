using InfoShare.Broker;
using InfoShare.Broker.Topology;
using InfoShare.Tests.Broker;
using RabbitMQ.Client;

namespace InfoShare.Nodes.Tests.Broker;

/// <summary>What another client sees of our messages, and what the broker says of them.</summary>
public sealed class WireTests(SharedRabbitMq broker)
{
    private const string Police = "police-suffolk";
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_carries_its_id_its_user_its_type_and_nothing_else()
    {
        var (host, links) = await PrepareAsync();
        await using var _ = links;
        Assert.Equal(PublishOutcome.Confirmed, await links.Of(Police).PublishAsync(Links.Message("m1", "body"), urgent: false, Token));

        var seen = (await TakeAsync(host, host.Routing.Queue))!;
        Assert.Equal("body"u8.ToArray(), seen.Body.ToArray());
        Assert.Equal(
            ("m1", Police, "application/cloudevents+json", true),
            (seen.BasicProperties.MessageId, seen.BasicProperties.UserId, seen.BasicProperties.ContentType, seen.BasicProperties.Persistent));
        Assert.Empty(Written(seen.BasicProperties));
        Assert.False(seen.BasicProperties.IsReplyToPresent() || seen.BasicProperties.IsCorrelationIdPresent() || seen.BasicProperties.IsAppIdPresent());
    }

    [Fact]
    public async Task A_delivery_tells_a_participant_nothing_of_the_machine_it_comes_from()
    {
        var (host, links) = await PrepareAsync();
        await using var _ = links;
        using var activity = new System.Diagnostics.Activity("a caller's own trace").Start();
        Assert.Equal(PublishOutcome.Confirmed, await links.Routing(Police).PublishAsync(Police, Links.Message("m1"), Long, Token));

        var seen = (await TakeAsync(host, host.NamesOf(Police).Incoming))!.BasicProperties;
        Assert.Empty(Written(seen));
        Assert.Equal(("86400000", RoutingNames.User), (seen.Expiration, seen.UserId));
    }

    [Fact]
    public async Task What_no_queue_is_bound_for_is_unroutable_and_what_follows_is_not()
    {
        var (host, links) = await PrepareAsync();
        await using var _ = links;
        var link = links.Of(Police);
        await using var administrator = await host.AdministratorsChannelAsync(Token);
        await administrator.Channel.ExchangeUnbindAsync(host.Routing.Exchange, host.NamesOf(Police).Outgoing, RoutingNames.UrgentKey, cancellationToken: Token);

        for (var i = 0; i < 3; i++)
            Assert.Equal(PublishOutcome.Unroutable, await link.PublishAsync(Links.Message($"m{i}"), urgent: true, Token));
        Assert.Equal(PublishOutcome.Confirmed, await link.PublishAsync(Links.Message("ordinary"), urgent: false, Token));
    }

    [Fact]
    public async Task A_participant_whose_queue_is_not_provisioned_is_unroutable_and_disturbs_no_other()
    {
        var (_, links) = await PrepareAsync();
        await using var _ = links;
        var routing = links.Routing(Police, "health-nowhere");
        await Until.TrueAsync(() => routing.Health.State is LinkState.Up);
        await Until.TrueAsync(async () =>
            await routing.PublishAsync("health-nowhere", Links.Message("m1"), Long, Token) is PublishOutcome.Unroutable
            && await routing.PublishAsync(Police, Links.Message("m2"), Long, Token) is PublishOutcome.Confirmed);
    }

    [Fact]
    public async Task A_full_queue_refuses()
    {
        var (host, links) = await PrepareAsync();
        await using var _ = links;
        await host.LimitAsync(host.NamesOf(Police).Incoming, messages: 2, Token);
        var routing = links.Routing(Police);
        await Until.TrueAsync(async () => await routing.PublishAsync(Police, Links.Message("m"), Long, Token) is PublishOutcome.Refused);
    }

    [Fact]
    public async Task A_message_that_always_fails_becomes_a_dead_letter_and_the_next_one_goes_on()
    {
        var (_, links) = await PrepareAsync();
        await using var _ = links;
        var (link, routing) = (links.Of(Police), links.Routing(Police));
        await routing.PublishAsync(Police, Links.Message("poison"), Long, Token);
        await routing.PublishAsync(Police, Links.Message("good"), Long, Token);

        await using var reader = new Reader((h, t) => link.ConsumeAsync(
            (m, token) => m.Id == "good" ? h("", m, token) : throw new InvalidOperationException("a test's failure"), t));
        Assert.Equal("good", (await reader.NextAsync()).Message.Id);
        await using var dead = new Reader((h, t) => routing.ConsumeDeadLettersAsync(h, t));
        Assert.Equal((Police, "poison"), ((await dead.NextAsync()) is var (who, what) ? (who, what.Id) : default));
    }

    [Fact]
    public async Task Not_now_is_asked_again_in_place_and_in_order_without_using_up_deliveries()
    {
        var (host, links) = await PrepareAsync();
        await using var _ = links;
        var (link, routing) = (links.Of(Police), links.Routing(Police));
        await routing.PublishAsync(Police, Links.Message("m1"), Long, Token);
        await routing.PublishAsync(Police, Links.Message("m2"), Long, Token);

        var asked = 0;
        await using var reader = new Reader((h, t) => link.ConsumeAsync(
            (m, token) => ++asked < 5 ? Task.FromResult(Settlement.Requeue) : h("", m, token), t));
        Assert.Equal("m1", (await reader.NextAsync()).Message.Id);
        Assert.Equal("m2", (await reader.NextAsync()).Message.Id);
        Assert.Equal(6, asked);
        await Until.TrueAsync(async () => await CountAsync(host, host.NamesOf(Police).Incoming) == 0);
    }

    [Fact]
    public async Task What_is_held_too_long_goes_back_with_all_behind_it_and_comes_again_in_order()
    {
        var (_, links) = await PrepareAsync();
        await using var _ = links;
        var routing = links.Routing(Police);
        for (var i = 0; i < 20; i++)
            Assert.Equal(PublishOutcome.Confirmed, await routing.PublishAsync(Police, Links.Message($"m{i}"), Long, Token));

        var asked = 0;
        var link = links.Of(Police, Links.FewAttempts with { LongestHold = TimeSpan.FromMilliseconds(100) });
        await using var reader = new Reader((h, t) => link.ConsumeAsync(
            (m, token) => m.Id == "m3" && ++asked < 10 ? Task.FromResult(Settlement.Requeue) : h("", m, token), t));
        for (var i = 0; i < 20; i++)
            Assert.Equal($"m{i}", (await reader.NextAsync()).Message.Id);
        Assert.Equal(10, asked);
    }

    /// <summary>Header names, without the broker's own and the number by which RabbitMQ.Client knows its confirms.</summary>
    private static IEnumerable<string> Written(IReadOnlyBasicProperties properties) =>
        (properties.Headers ?? new Dictionary<string, object?>()).Keys.Except(["x-delivery-count", "x-dotnet-pub-seq-no"]);

    private static async Task<BasicGetResult?> TakeAsync(TestVirtualHost host, string queue)
    {
        await using var administrator = await host.AdministratorsChannelAsync(Token);
        return await administrator.Channel.BasicGetAsync(queue, autoAck: true, Token);
    }

    private static async Task<uint> CountAsync(TestVirtualHost host, string queue)
    {
        await using var administrator = await host.AdministratorsChannelAsync(Token);
        return await administrator.Channel.MessageCountAsync(queue, Token);
    }

    private async Task<(TestVirtualHost Host, Links Links)> PrepareAsync()
    {
        var host = await broker.NewVirtualHostAsync(Token);
        await host.DeclareAsync(Police, Token);
        return (host, new Links(host));
    }
}
