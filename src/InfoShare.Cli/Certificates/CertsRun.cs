using System.Globalization;
using System.Text.Json;
using InfoShare.Broker.Certificates;
using InfoShare.Broker.Provisioning;
using InfoShare.Broker.Provisioning.Management;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Cli.Provisioning;

namespace InfoShare.Cli.Certificates;

/// <summary>Runs <c>infoshare certs</c>.</summary>
public sealed class CertsRun(TimeProvider clock, TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(CertsOptions options, CancellationToken cancellationToken)
    {
        try
        {
            if (await ConfigurationLoader.LoadAsync(new() { Config = options.Config }, error, cancellationToken) is not { } settings)
                return 1;
            var folder = options.Folder ?? settings.Transport.Certificates ?? ProvisionSettings.DefaultCertificates;
            var standings = Do(options, folder);
            await SayAsync(standings, options.Json, Words(options, folder, standings));
            if (options.Task == CertsTask.Revoke)
                await CloseConnectionsAsync(settings.Transport, standings[0], options.Json, cancellationToken);
            return 0;
        }
        catch (Exception e) when (e is CannotStartException or CertificateException or ManagementException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return await Failure.SayAsync($"infoshare certs: {e.Message}", options.Json, output, error);
        }
    }

    private IReadOnlyList<CertificateStanding> Do(CertsOptions options, string folder)
    {
        if (options.Task == CertsTask.Init)
            return CertificateAuthority.Init(folder, clock).List();
        var authority = CertificateAuthority.Open(folder, clock);
        return options.Task switch
        {
            CertsTask.Issue => [authority.Issue(options.Name!, options.Use, options.Hosts)],
            CertsTask.Renew => [authority.Renew(options.Name!)],
            CertsTask.Revoke => [authority.Revoke(options.Name!)],
            _ => authority.List(),
        };
    }

    /// <summary>The certificate is useless for new connections already. Those that are open end with the user.</summary>
    private async Task CloseConnectionsAsync(TransportSettings transport, CertificateStanding revoked, bool json, CancellationToken cancellationToken)
    {
        if (revoked.Use != CertificateUse.Client)
            return;
        if (transport.Management.Count == 0)
        {
            await error.WriteLineAsync($"connections of {revoked.Name} stay open until ./infoshare provision removes its user: the settings have no transport.management");
            return;
        }

        await UserRemoval.RunAsync(await ProvisionSettings.ManagementFromAsync(transport, cancellationToken), revoked.Name, cancellationToken);
        if (!json)
            await output.WriteLineAsync($"the broker's user {revoked.Name} is removed, its connections are closed");
    }

    private async Task SayAsync(IReadOnlyList<CertificateStanding> standings, bool json, IEnumerable<string> words)
    {
        if (json)
            await output.WriteLineAsync(JsonSerializer.Serialize(
                standings.Select(s => new { s.Name, use = s.Use.ToString().ToLowerInvariant(), s.State, s.Until, s.DaysLeft }), JsonSerializerOptions.Web));
        else
            foreach (var line in words)
                await output.WriteLineAsync(line);
    }

    private static IEnumerable<string> Words(CertsOptions options, string folder, IReadOnlyList<CertificateStanding> standings) => options.Task switch
    {
        CertsTask.Init => [$"made an authority in {folder}; keep ca.key from everybody who issues no certificates"],
        CertsTask.List when standings.Count == 0 => ["no certificates yet"],
        _ => standings.Select(s => s.State == "valid"
            ? string.Create(CultureInfo.InvariantCulture, $"{s.Name}: {s.DaysLeft} days left, until {s.Until:yyyy-MM-dd}")
            : string.Create(CultureInfo.InvariantCulture, $"{s.Name}: {s.State} {s.Until:yyyy-MM-dd}")),
    };
}
