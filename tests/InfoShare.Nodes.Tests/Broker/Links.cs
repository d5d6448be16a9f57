using System.Text;
using InfoShare.Broker;
using InfoShare.Broker.RabbitMq;
using InfoShare.Broker.RabbitMq.Reading;
using InfoShare.Broker.Topology;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoShare.Nodes.Tests.Broker;

/// <summary>Links to one virtual host, opened and closed together.</summary>
public sealed class Links(TestVirtualHost host, ILogger? log = null) : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> open = [];

    /// <summary>Gives a message up after two failures, at once.</summary>
    internal static Attempts FewAttempts { get; } = Attempts.Default with { FirstPause = TimeSpan.FromMilliseconds(10), MostFailures = 2 };

    private ILogger Log => log ?? NullLogger.Instance;

    public IRoutingLink Routing(params string[] participants) => Noted(new RabbitMqRoutingLink(
        host.AddressFor(RoutingNames.User), host.Routing, [.. participants.Select(host.NamesOf)], TimeProvider.System, Log,
        new() { PauseBeforeGivingBack = TimeSpan.FromMilliseconds(100), Attempts = FewAttempts }));

    public IParticipantLink Of(string participant) => Of(participant, FewAttempts);

    internal IParticipantLink Of(string participant, Attempts attempts) => Noted(
        new RabbitMqParticipantLink(host.AddressFor(participant), host.NamesOf(participant), TimeProvider.System, Log, attempts));

    public static BrokerMessage Message(string id, string body = "{}") => new(id, Encoding.UTF8.GetBytes(body));

    public async ValueTask DisposeAsync()
    {
        foreach (var each in open)
            await each.DisposeAsync();
    }

    private T Noted<T>(T link)
        where T : IAsyncDisposable
    {
        open.Add(link);
        return link;
    }
}
