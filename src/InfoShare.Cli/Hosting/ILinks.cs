using InfoShare.Broker;
using InfoShare.Broker.InMemory;

namespace InfoShare.Cli.Hosting;

/// <summary>The ways to the broker of the parts that this process is.</summary>
internal interface ILinks : IAsyncDisposable
{
    /// <summary>Whether the broker forgets what it holds when this process ends.</summary>
    bool Forget { get; }

    /// <summary>Routing's way.</summary>
    IRoutingLink Routing { get; }

    /// <summary>A participant's way.</summary>
    IParticipantLink For(string participant);
}

/// <summary>All inside this process.</summary>
internal sealed class InMemoryLinks(InMemoryBroker broker) : ILinks
{
    public bool Forget => true;

    public IRoutingLink Routing => broker.Routing;

    public IParticipantLink For(string participant) => broker.LinkFor(participant);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
