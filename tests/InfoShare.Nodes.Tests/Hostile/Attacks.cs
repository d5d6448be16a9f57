using System.Globalization;
using RabbitMQ.Client;

namespace InfoShare.Nodes.Tests.Hostile;

/// <summary>Thinks of operations, from a seed: with every method of the protocol, every name that it knows and every property.</summary>
internal sealed class Attacks(Knowledge knowledge, int seed)
{
    private const string ReplyTo = "amq.rabbitmq.reply-to";

#pragma warning disable CA5394 // An attack that must be repeatable.
    private readonly Random random = new(seed);
#pragma warning restore CA5394
    private readonly Inbox inbox = new();

    /// <summary>Bodies of all messages that the attacker was given.</summary>
    public IReadOnlyCollection<string> Received => inbox.Bodies;

    /// <summary>The next operation.</summary>
    public Attack Next()
    {
        var (name, other) = (Name(), Name());
        return random.Next(24) switch
        {
            < 5 => Publish(name),
            5 => new($"consume {name}", name == knowledge.Incoming || name == ReplyTo, async (c, t) =>
            {
                await c.BasicConsumeAsync(name, autoAck: name == ReplyTo || Chance(), new InboxConsumer(c, inbox), t);
                return null;
            }),
            6 or 7 => new($"get {name}", name == knowledge.Incoming, async (c, t) =>
            {
                if (await c.BasicGetAsync(name, autoAck: Chance(), t) is { } got)
                    inbox.Add(got.Body);
                return null;
            }),
            8 => new($"purge {name}", name == knowledge.Incoming, async (c, t) => { await c.QueuePurgeAsync(name, t); return null; }),
            9 => new($"delete queue {name}", false, async (c, t) => { await c.QueueDeleteAsync(name, Chance(), Chance(), cancellationToken: t); return null; }),
            10 => new($"delete exchange {name}", false, async (c, t) => { await c.ExchangeDeleteAsync(name, Chance(), cancellationToken: t); return null; }),
            11 => new($"declare queue {name}", name.StartsWith(ReplyTo, StringComparison.Ordinal), async (c, t) => { await c.QueueDeclareAsync(name, Chance(), Chance(), Chance(), Arguments(), cancellationToken: t); return null; }),
            12 => new("declare a queue that the server names", false, async (c, t) => { await c.QueueDeclareAsync("", false, true, true, cancellationToken: t); return null; }),
            13 => new($"declare exchange {name}", false, async (c, t) =>
            {
                await c.ExchangeDeclareAsync(name, Pick([.. ExchangeType.All()]), Chance(), Chance(), new Dictionary<string, object?> { ["alternate-exchange"] = other }, cancellationToken: t);
                return null;
            }),
            14 => new($"bind queue {name} to {other}", false, async (c, t) => { await c.QueueBindAsync(name, other, Key(), cancellationToken: t); return null; }),
            15 => new($"unbind queue {name} from {other}", MayUnbind(name, other), async (c, t) => { await c.QueueUnbindAsync(name, other, Key(), null, t); return null; }),
            16 => new($"bind exchange {name} to {other}", false, async (c, t) => { await c.ExchangeBindAsync(name, other, Key(), cancellationToken: t); return null; }),
            17 => new($"unbind exchange {name} from {other}", MayUnbind(name, other), async (c, t) => { await c.ExchangeUnbindAsync(name, other, Key(), cancellationToken: t); return null; }),
            18 or 19 => new($"ask whether queue {name} is there", MayAsk(name), async (c, t) => { await c.QueueDeclarePassiveAsync(name, t); return name; }),
            20 => new($"ask whether exchange {name} is there", MayAsk(name), async (c, t) => { await c.ExchangeDeclarePassiveAsync(name, t); return name; }),
            21 => new("transaction", true, async (c, t) => { await c.TxSelectAsync(t); await c.TxCommitAsync(t); return null; }),
            22 => new("settle what was never delivered", true, async (c, t) => { await c.BasicNackAsync((ulong)random.Next(5), Chance(), Chance(), t); await c.BasicQosAsync(0, 1, true, t); return null; }),
            _ => new("cancel a consumer of somebody else", true, async (c, t) => { await c.BasicCancelAsync("ctag-" + name, cancellationToken: t); return null; }),
        };
    }

    // There is no queue of the one name and no exchange of the other, and taking nothing away is no error.
    private bool MayUnbind(string name, string other) => name == knowledge.Outgoing && other == knowledge.Incoming;

    // What every broker has is no news.
    private bool MayAsk(string name) => name == knowledge.Outgoing || name == knowledge.Incoming || name.Length == 0 || name.StartsWith("amq.", StringComparison.Ordinal);

    private Attack Publish(string exchange)
    {
        var forged = random.Next(4) == 0 ? Pick(["routing", "administrator", "health-leeds", "guest"]) : null;
        var properties = Properties(forged);
        var (key, mandatory) = (Key(), Chance());
        return new(
            $"publish to {exchange} with key {key}{(forged is null ? "" : " as " + forged)}", exchange == knowledge.Outgoing && forged is null,
            async (c, t) => { await c.BasicPublishAsync(exchange, key, mandatory, properties, new byte[random.Next(2000)], t); return null; });
    }

    private BasicProperties Properties(string? user) => new()
    {
        UserId = user ?? (Chance() ? knowledge.User : null),
        ReplyTo = Chance() ? Pick([ReplyTo, .. knowledge.Names]) : null,
        Expiration = random.Next(8) == 0 ? Pick(["1", "0", "soon"]) : null,
        CorrelationId = Chance() ? Name() : null,
        ContentType = Pick(["application/cloudevents+json", "application/vnd.masstransit+json", "text/plain"]),
        DeliveryMode = Chance() ? DeliveryModes.Persistent : DeliveryModes.Transient,
        Priority = (byte)random.Next(10),
        Headers = Headers(),
    };

    private Dictionary<string, object?> Headers()
    {
        var headers = new Dictionary<string, object?>();
        foreach (var header in new[] { "CC", "BCC" }.Where(_ => Chance()))
            headers[header] = new List<object> { Key(), Name() };
        foreach (var header in new[] { "MT-Fault-Address", "MT-Response-Address", "RabbitMQ-ExchangeName", "x-first-death-queue", "x-death", "x-delay", "traceparent" }.Where(_ => Chance()))
            headers[header] = Name();
        if (random.Next(20) == 0)
            headers["huge"] = new string('x', random.Next(200_000));
        return headers;
    }

    private static Dictionary<string, object?> Arguments() => new() { ["x-queue-type"] = "quorum", ["x-dead-letter-exchange"] = "" };

    private string Name() => random.Next(3) switch
    {
        0 => Chance() ? knowledge.Outgoing : knowledge.Incoming,
        1 => Pick(knowledge.Guesses),
        _ => Pick(["", "amq.direct", "amq.topic", "amq.fanout", "amq.rabbitmq.trace", "amq.rabbitmq.log", ReplyTo, ReplyTo + ".g1h", Unknown()]),
    };

    private string Unknown() => "agency." + random.NextInt64().ToString("x16", CultureInfo.InvariantCulture) + Pick([".in", ".out", ""]);

    private string Key() => Pick(["ordinary", "urgent", "", "#", .. knowledge.Names]);

    private bool Chance() => random.Next(2) == 0;

    private T Pick<T>(IReadOnlyList<T> some) => some[random.Next(some.Count)];
}
