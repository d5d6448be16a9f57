using InfoShare.Broker.Preflight;
using InfoShare.Broker.Provisioning.Management;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Provisioning;
using InfoShare.Directory;

namespace InfoShare.Cli.Hosting;

/// <summary>Before routing starts: is the broker one that loses nothing and leaks nothing?</summary>
internal static class Preflight
{
    /// <exception cref="CannotStartException">It is not, for the reasons given; or it cannot be looked at.</exception>
    public static async Task RefuseAsync(Settings settings, SharingDirectory directory, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            var address = await ProvisionSettings.ManagementFromAsync(settings.Transport, cancellationToken);
            var reasons = await TopologyCheck.RunAsync(
                address, settings.Transport.VirtualHost, [.. DirectoryOpening.Ongoing(directory, clock).Select(p => p.Id)], RoutingNamesKey.Read(settings.Transport), cancellationToken);
            if (reasons.Count > 0)
                throw new CannotStartException(string.Join(Environment.NewLine, reasons.Select(r => r.ToString()).Prepend("the broker could lose messages or give them to others:")));
        }
        catch (ManagementException e)
        {
            throw new CannotStartException($"the broker cannot be looked at: {e.Message}");
        }
    }
}
