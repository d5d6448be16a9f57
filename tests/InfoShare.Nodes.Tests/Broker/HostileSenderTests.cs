using System.Text;
using InfoShare.Broker;
using InfoShare.Broker.Topology;
using InfoShare.Tests.Broker;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace InfoShare.Nodes.Tests.Broker;

/// <summary>What a participant's own client may write into a message, and that none of it has an effect.</summary>
public sealed class HostileSenderTests(SharedRabbitMq broker)
{
    private const string Police = "police-suffolk";
    private const string Health = "health-cumberland";
    private static readonly byte[] Body = "{\"hello\":1}"u8.ToArray();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Headers_that_name_another_sender_are_not_believed()
    {
        var host = await PrepareAsync();
        await SendAsync(host, Signed(new()
        {
            ["RabbitMQ-ExchangeName"] = host.NamesOf(Health).Outgoing,
            ["RabbitMQ-RoutingKey"] = "urgent",
            ["infoshare-sender"] = Health,
            ["x-first-death-exchange"] = host.NamesOf(Health).Outgoing,
        }));

        await using var links = new Links(host);
        await using var reader = new Reader((h, t) => links.Routing(Police, Health).ConsumeAsync(false, h, t));
        Assert.Equal(Police, (await reader.NextAsync()).Participant);
    }

    [Fact]
    public async Task A_message_that_does_not_say_its_user_is_refused_and_logged()
    {
        var host = await PrepareAsync();
        await SendAsync(host, new() { MessageId = "unsigned" });
        await SendAsync(host, Signed([]));

        var log = new CollectedLog();
        await using var links = new Links(host, log);
        await using var reader = new Reader((h, t) => links.Routing(Police, Health).ConsumeAsync(false, h, t));
        Assert.Equal("m1", (await reader.NextAsync()).Message.Id);
        // Messages are taken several at once: it may be refused after that.
        await Until.TrueAsync(() => log.Lines.Any(line => line.Contains("unsigned is refused", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_message_that_says_another_user_is_refused_by_the_broker()
    {
        var host = await PrepareAsync();
        await Assert.ThrowsAsync<AlreadyClosedException>(() => SendAsync(host, new() { UserId = Health, MessageId = "m1" }));
    }

    [Fact]
    public async Task A_known_broker_name_that_the_directory_does_not_have_is_refused()
    {
        var host = await PrepareAsync();
        await SendAsync(host, Signed([]));
        await host.DeclareAsync("education-suffolk", Token);
        await SendAsync(host, new() { UserId = "education-suffolk", MessageId = "m2" }, "education-suffolk");

        await using var links = new Links(host);
        await using var reader = new Reader((h, t) => links.Routing("education-suffolk").ConsumeAsync(false, h, t));
        Assert.Equal(("education-suffolk", "m2"), Names(await reader.NextAsync()));
    }

    [Fact]
    public async Task Headers_that_pretend_a_dead_letter_are_not_believed_when_it_becomes_one()
    {
        var host = await PrepareAsync();
        await SendAsync(host, Signed(new()
        {
            ["x-first-death-queue"] = host.NamesOf(Health).Incoming,
            ["x-first-death-exchange"] = host.NamesOf(Health).Outgoing,
            ["x-death"] = new List<object> { new Dictionary<string, object> { ["queue"] = host.NamesOf(Health).Incoming, ["count"] = 7L } },
            ["infoshare-sender"] = Health,
        }));

        await using var links = new Links(host);
        var routing = links.Routing(Police, Health);
        await using var consumer = new Reader((_, t) => routing.ConsumeAsync(false, (_, _, _) => Task.FromResult(Settlement.DeadLetter), t));
        await using var told = new Reader((h, t) => routing.ConsumeGivenUpAsync(
            (m, token) => h(m.Participant, Links.Message(m.Again ? "again" : "once"), token), t));
        Assert.Equal((Police, "once"), Names(await told.NextAsync()));
        Assert.Equal((Police, "again"), Names(await told.NextAsync()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/cloudevents+json")]
    [InlineData("application/json")]
    [InlineData("application/vnd.masstransit+json")]
    [InlineData("no content type at all")]
    public async Task Addresses_for_faults_and_answers_are_not_heeded(string? contentType)
    {
        var host = await PrepareAsync();
        await using var links = new Links(host);
        var routing = links.Routing(Police, Health);
        await using var consumer = new Reader((_, t) => routing.ConsumeAsync(
            false, (_, _, _) => throw new InvalidOperationException("a test's failure"), t));
        await using var told = new Reader((h, t) => routing.ConsumeGivenUpAsync((m, token) => h(m.Participant, Links.Message(m.Again ? "again" : "once"), token), t));
        var before = await host.ObjectsAsync(Token);

        var made = $"rabbitmq://127.0.0.1/{host.AddressFor(Police).VirtualHost}/attacker-made?bind=true";
        foreach (var target in (string[])[made, "exchange:" + host.NamesOf(Health).Incoming, "queue:attacker-made"])
        {
            await SendAsync(host, Signed(Hostile(target), contentType, target), body: Envelope(target));
            Assert.Equal((Police, "once"), Names(await told.NextAsync()));
            Assert.Equal((Police, "again"), Names(await told.NextAsync()));
        }

        Assert.Equal(before, await host.ObjectsAsync(Token));
        await using var administrator = await host.AdministratorsChannelAsync(Token);
        Assert.Equal(0u, await administrator.Channel.MessageCountAsync(host.NamesOf(Health).Incoming, Token));
    }

    private static Dictionary<string, object?> Hostile(string target) => new()
    {
        ["MT-Fault-Address"] = target,
        ["MT-Response-Address"] = target,
        ["MT-Request-Id"] = Guid.NewGuid().ToString(),
        ["MT-Message-Id"] = Guid.NewGuid().ToString(),
        ["CC"] = new List<object> { target, "attacker-made" },
        ["BCC"] = new List<object> { target },
    };

    private static byte[] Envelope(string target) => Encoding.UTF8.GetBytes(
        $$$"""{"messageId":"{{{Guid.NewGuid()}}}","requestId":"{{{Guid.NewGuid()}}}","faultAddress":"{{{target}}}","responseAddress":"{{{target}}}","messageType":["urn:message:InfoShare.Broker.RabbitMq.Wire:InboundBody"],"message":{"bytes":""}}""");

    private static BasicProperties Signed(Dictionary<string, object?> headers, string? contentType = null, string? replyTo = null)
    {
        var properties = new BasicProperties { UserId = Police, MessageId = "m1", Headers = headers };
        if (contentType is not null)
            properties.ContentType = contentType;
        if (replyTo is not null)
            properties.ReplyTo = replyTo;
        return properties;
    }

    private static async Task SendAsync(TestVirtualHost host, BasicProperties properties, string sender = Police, byte[]? body = null)
    {
        await using var own = await host.ChannelOfAsync(sender, Token);
        await own.Channel.BasicPublishAsync(host.NamesOf(sender).Outgoing, RoutingNames.OrdinaryKey, mandatory: true, properties, body ?? Body, Token);
    }

    private static (string, string) Names((string Participant, BrokerMessage Message) came) => (came.Participant, came.Message.Id);

    private async Task<TestVirtualHost> PrepareAsync()
    {
        var host = await broker.NewVirtualHostAsync(Token);
        await host.DeclareAsync(Police, Token);
        await host.DeclareAsync(Health, Token);
        return host;
    }
}
