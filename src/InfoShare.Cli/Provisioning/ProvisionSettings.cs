using InfoShare.Broker.Certificates;
using InfoShare.Broker.Provisioning;
using InfoShare.Broker.Provisioning.Management;
using InfoShare.Broker.Topology;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;

namespace InfoShare.Cli.Provisioning;

/// <summary>What the settings and the directory say about provisioning.</summary>
internal static class ProvisionSettings
{
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(3);

    /// <summary>Where certificates and connection files are, unless the settings say otherwise.</summary>
    public const string DefaultCertificates = "./certificates";

    /// <exception cref="CannotStartException">Something that is needed is not in the settings.</exception>
    public static async Task<ProvisioningRequest> RequestFromAsync(Settings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var transport = settings.Transport;
        var certificates = transport.Certificates ?? DefaultCertificates;
        return new(
            await ManagementFromAsync(transport, cancellationToken),
            transport.VirtualHost,
            transport.Hosts,
            [.. DirectoryOpening.Ongoing(DirectoryOpening.Read(settings), clock).Select(p => p.Id)],
            Ledger.Read(certificates).RevokedNames,
            transport.NamesKey ?? Path.Combine(settings.KeysFolder, "names.key"),
            certificates);
    }

    /// <exception cref="CannotStartException">Something that is needed is not in the settings.</exception>
    public static async Task<ManagementAddress> ManagementFromAsync(TransportSettings transport, CancellationToken cancellationToken) => new(
        transport.Management.Count == 0 ? throw Missing("management") : await FirstThatAnswersAsync(transport.Management, cancellationToken),
        transport.ManagementUser ?? throw Missing("managementUser"),
        PasswordIn(transport.ManagementPasswordFile ?? throw Missing("managementPasswordFile")));

    /// <summary>The first whose port takes a connection; the first of all where none does, so that the failure has a name.</summary>
    private static async Task<Uri> FirstThatAnswersAsync(IReadOnlyList<Uri> addresses, CancellationToken cancellationToken)
    {
        foreach (var address in addresses)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(AnswersWithin);
            using var client = new System.Net.Sockets.TcpClient();
            try
            {
                await client.ConnectAsync(address.Host, address.Port, limit.Token);
                return address;
            }
            catch (Exception e) when (e is System.Net.Sockets.SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // The next one, then.
            }
        }

        return addresses[0];
    }

    private static Password PasswordIn(string file)
    {
        try
        {
            return new(File.ReadAllText(file).Trim());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"transport.managementPasswordFile: {file} cannot be read");
        }
    }

    private static CannotStartException Missing(string key) => new($"transport.{key} is needed in the settings");
}
