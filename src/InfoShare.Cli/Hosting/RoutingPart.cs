using InfoShare.Broker;
using InfoShare.Cli.Configuration;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Routing;
using InfoShare.Routing.Policies;
using InfoShare.Storage;

namespace InfoShare.Cli.Hosting;

/// <summary>Routing with its store.</summary>
internal sealed class RoutingPart(RoutingStore store, RoutingService service, PolicyOpening policies, IRoutingLink link) : IAsyncDisposable
{
    private static readonly TimeSpan StoreAnswersWithin = TimeSpan.FromSeconds(3);

    public RoutingStore Store => store;

    /// <summary>Takes what people say.</summary>
    public RoutingDesks Desks => service.Desks;

    /// <summary>The sets in force.</summary>
    public PoliciesInForce Policies => service.Policies;

    /// <summary>The set that decides at this time.</summary>
    public SharingPolicy PolicyAt(DateTimeOffset at) => service.Policies.Now.At(at);

    /// <summary>The policies in the settings are refused, or a set that was approved is; those that were used before decide.</summary>
    public bool PoliciesAreRefused => policies.Refused.Count > 0 || service.Policies.Refused.Count > 0;

    /// <summary>How its link to the broker is.</summary>
    public LinkHealth Link => link.Health;

    /// <summary>Whether the store answers.</summary>
    public async Task<bool> ReachesStoreAsync(CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // Whatever is wrong with the store, the answer is no.
        try
        {
            return await Task.Run(() => store.Read(scope => scope.First<long>("select 1")), cancellationToken).WaitAsync(StoreAnswersWithin, cancellationToken) == 1;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
#pragma warning restore CA1031
    }

    /// <exception cref="CannotStartException">The policies are refused, and there are none from before; or imported postcodes cannot be read.</exception>
    /// <exception cref="Vault.KeysMissingException">There is data without its keys.</exception>
    public static async Task<RoutingPart> OpenAsync(
        string name, Settings settings, SharingDirectory directory, ILinks links, TimeProvider clock, ILogger log, CancellationToken cancellationToken)
    {
        var store = await StoreOpening.OpenAsync(settings, cancellationToken);
        try
        {
            var policies = await PolicyOpening.ReadAsync(settings.Policies, store, cancellationToken);
            foreach (var problem in policies.Refused)
                log.LogError("policies are refused at {Place}; the sets that were used last decide", problem.Place);
            var postcodes = PostcodesOpening.Read(settings);
            var service = new RoutingService(store, directory, policies.Policies, SettingsFrom(name, settings, postcodes, links.Forget), links.Routing, clock, log);
            await service.StartAsync(policies.Refused);
            return new(store, service, policies, links.Routing);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Works until cancelled.</summary>
    public Task RunAsync(CancellationToken stop) => service.RunAsync(stop);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    internal static RoutingSettings SettingsFrom(string name, Settings settings, Postcodes postcodes, bool transportForgets) => new()
    {
        Writer = name,
        Window = settings.Dispatcher.Window,
        Lease = TimeSpan.FromSeconds(settings.Dispatcher.LeaseSeconds),
        TimeToLive = TimeSpan.FromMinutes(settings.Dispatcher.TimeToLiveMinutes),
        ProbeEvery = TimeSpan.FromMinutes(settings.Dispatcher.ProbeMinutes),
        KeepMessages = TimeSpan.FromDays(settings.Retention.Messages),
        Postcodes = postcodes,
        TransportForgets = transportForgets,
    };
}
