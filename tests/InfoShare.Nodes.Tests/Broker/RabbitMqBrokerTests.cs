using InfoShare.Broker;
using InfoShare.Broker.RabbitMq;
using InfoShare.Broker.RabbitMq.Reading;
using InfoShare.Broker.Topology;
using InfoShare.Tests.Broker;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoShare.Nodes.Tests.Broker;

/// <summary>The contract on a real broker, with the permissions that participants and routing have in earnest.</summary>
public sealed class RabbitMqBrokerTests(SharedRabbitMq broker) : BrokerContract, IAsyncLifetime
{
    private static readonly string[] Participants = ["education-cumberland", "social-care-cumberland"];
    private readonly Dictionary<string, RabbitMqParticipantLink> links = [];
    private TestVirtualHost host = null!;
    private RabbitMqRoutingLink routing = null!;

    protected override IRoutingLink Routing => routing;

    public async ValueTask InitializeAsync()
    {
        host = await broker.NewVirtualHostAsync(Token);
        foreach (var participant in Participants)
            await host.DeclareAsync(participant, Token);
        routing = new(
            host.AddressFor(RoutingNames.User), host.Routing, [.. Participants.Select(host.NamesOf)], TimeProvider.System, NullLogger.Instance,
            new() { PauseBeforeGivingBack = TimeSpan.FromMilliseconds(200) });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var link in links.Values)
            await link.DisposeAsync();
        if (routing is not null)
            await routing.DisposeAsync();
    }

    protected override IParticipantLink LinkFor(string participant)
    {
        if (!links.TryGetValue(participant, out var link))
            links[participant] = link = new(host.AddressFor(participant), host.NamesOf(participant), TimeProvider.System, NullLogger.Instance, Attempts.Default);
        return link;
    }

    protected override Task PassAsync(TimeSpan time) => Task.Delay(time, Token);
}
