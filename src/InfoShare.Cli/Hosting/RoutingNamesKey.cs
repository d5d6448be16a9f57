using InfoShare.Broker.Provisioning;
using InfoShare.Broker.Topology;
using InfoShare.Cli.Configuration;

namespace InfoShare.Cli.Hosting;

/// <summary>The broker's names, which only routing and provisioning can tell.</summary>
internal static class RoutingNamesKey
{
    /// <exception cref="CannotStartException">The key is not there.</exception>
    public static BrokerNames Read(TransportSettings settings)
    {
        var file = settings.NamesKey ?? throw new CannotStartException("transport.namesKey is needed");
        return new(NamesKey.Read(file) ?? throw new CannotStartException($"transport.namesKey: {file} is not there; ./infoshare provision makes it"));
    }
}
