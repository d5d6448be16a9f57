using InfoShare.Adapters;
using InfoShare.Broker;
using InfoShare.Broker.InMemory;
using InfoShare.Cli.Configuration;
using InfoShare.Directory;

namespace InfoShare.Cli.Hosting;

/// <summary>The parts of InfoShare that this process is, running: routing, participants' adapters, or all of it.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly DataFolderLocks ownership;
    private readonly ILinks links;

    private RunningHost(DataFolderLocks ownership, ILinks links, SharingDirectory directory, RoutingPart? routing, IReadOnlyList<AgencyAdapter> adapters) =>
        (this.ownership, this.links, Directory, Routing, Adapters) = (ownership, links, directory, routing, adapters);

    public SharingDirectory Directory { get; }

    /// <summary>Null where this process does not route.</summary>
    public RoutingPart? Routing { get; }

    public IReadOnlyList<AgencyAdapter> Adapters { get; }

    /// <summary>Opens everything; goes on where an earlier process was, however it ended.</summary>
    /// <exception cref="CannotStartException">Another process has the data, or the directory is not good.</exception>
    /// <exception cref="Vault.KeysMissingException">There is data without its keys.</exception>
    public static async Task<RunningHost> OpenAsync(Settings settings, Parts parts, TimeProvider clock, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        var directory = DirectoryOpening.Read(settings);
        var participants = DirectoryOpening.ParticipantsOf(directory, parts, settings, clock);
        var ownership = DataFolderLocks.Take(settings, parts.Routing, participants.Select(p => p.Id));
        if (parts.Routing && settings.Transport.Name is Transport.RabbitMq)
            await Preflight.RefuseAsync(settings, directory, clock, cancellationToken);
        var links = LinksFor(settings, directory, clock, logs);
        var routing = parts.Routing ? await RoutingPart.OpenAsync(parts.Name, settings, directory, links, clock, logs.CreateLogger(parts.Name), cancellationToken) : null;
        var adapters = participants.Select(p => AdapterOpening.Open(p, settings, links.For(p.Id), clock, logs.CreateLogger(p.Id))).ToList();
        return new(ownership, links, directory, routing, adapters);
    }

    /// <summary>Works until cancelled, or until a link to the broker is lost for good: then only a new process may help. False in that case.</summary>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var working = Task.WhenAll([Routing?.RunAsync(stopping.Token) ?? Task.CompletedTask, .. Adapters.Select(a => a.RunAsync(stopping.Token))]);
        while (!stop.IsCancellationRequested && !working.IsCompleted && !LinkIsLost)
            await Task.Delay(Look, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // Once they have stopped, nobody would know.
        var lost = LinkIsLost;
        await stopping.CancelAsync();
        await working;
        return !lost;
    }

    private bool LinkIsLost => Adapters.Select(a => a.Link).Append(Routing?.Link).Any(link => link is { State: LinkState.Lost });

    public async ValueTask DisposeAsync()
    {
        foreach (var adapter in Adapters)
            await adapter.DisposeAsync();
        if (Routing is not null)
            await Routing.DisposeAsync();
        await links.DisposeAsync();
        ownership.Dispose();
    }

    private static ILinks LinksFor(Settings settings, SharingDirectory directory, TimeProvider clock, ILoggerFactory logs)
    {
        if (settings.Transport.Name is Transport.RabbitMq)
            return new RabbitMqLinks(settings.Transport, [.. directory.Participants.Select(p => p.Id)], clock, logs);
        var broker = new InMemoryBroker(clock);
        foreach (var participant in directory.Participants)
            broker.Declare(participant.Id);
        return new InMemoryLinks(broker);
    }
}
