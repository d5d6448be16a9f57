using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using InfoShare.Broker.Certificates;
using InfoShare.Broker.Provisioning;
using InfoShare.Broker.Provisioning.Management;
using InfoShare.Broker.Topology;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Cli.Provisioning;
using InfoShare.Console.Participants;

namespace InfoShare.Cli.Consoles;

/// <summary>What <c>infoshare certs</c> and <c>infoshare provision</c> do, where the console's settings have what they need.</summary>
internal sealed partial class BrokerAccess(Settings settings, TimeProvider clock) : IBrokerAccess
{
    private readonly string folder = settings.Transport.Certificates ?? ProvisionSettings.DefaultCertificates;

    /// <summary>For these settings.</summary>
    public static IBrokerAccess Of(Settings settings) =>
        settings.Transport.Name is Transport.InMemory ? new NoBrokerAccess() : new BrokerAccess(settings, TimeProvider.System);

    public string? WhyNot => settings.Transport switch
    {
        { Management.Count: 0 } or { ManagementUser: null } or { ManagementPasswordFile: null } => "The console’s settings name no administrator of the broker",
        { ManagementUser: RoutingNames.Monitor } => "The console’s settings let it look at the broker, and change nothing",
        _ => File.Exists(new CertificateFolder(folder).AuthorityKey) ? null : "The authority’s key is not where the console runs",
    };

    public CertificateList Certificates()
    {
        try
        {
            var all = CertificateAuthority.Standings(folder, clock).Select(one => new CertificateOf(one.Name, one.Use == CertificateUse.Broker, one.State, one.Until, one.DaysLeft)).ToList();
            return new(all, all.Count > 0 ? null : "The folder of certificates is not where the console looks, or holds none");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new([], "The list of certificates cannot be read");
        }
    }

    public async Task<BrokerComparison> CompareAsync(CancellationToken cancellationToken)
    {
        if (WhyNot is { } why)
            return new("", [], why);
        try
        {
            return Compared(await ProvisioningRun.PlanAsync(await ProvisionSettings.RequestFromAsync(settings, clock, cancellationToken), cancellationToken));
        }
        catch (Exception e) when (IsExpected(e))
        {
            return new("", [], Said(e.Message));
        }
    }

    public async Task<ChangeOutcome> DoAsync(AccessChange change, DateTimeOffset approvedAt, CancellationToken cancellationToken)
    {
        try
        {
            return change.Task switch
            {
                AccessTask.Provision => await ProvisionAsync(change.Name, cancellationToken),
                AccessTask.Revoke => await RevokeAsync(change.Name, approvedAt, cancellationToken),
                _ => Certify(change),
            };
        }
        catch (Exception e) when (IsExpected(e))
        {
            return ChangeOutcome.NotNow(Said(e.Message));
        }
    }

    /// <summary>Done twice, the second time does nothing: the process may have ended before it was on record.</summary>
    private ChangeOutcome Certify(AccessChange change)
    {
        var authority = CertificateAuthority.Open(folder, clock);
        var has = authority.List().FirstOrDefault(one => one.Name == change.Name);
        if (change.Task == AccessTask.Renew)
            authority.Renew(change.Name);
        else if (has is not { State: "valid" })
            authority.Issue(change.Name, CertificateUse.Client, []);
        return ChangeOutcome.Done;
    }

    /// <summary>At the authority first, which is on this machine: a broker that hangs must not keep it from holding. Either is done also where the other cannot be.</summary>
    private async Task<ChangeOutcome> RevokeAsync(string name, DateTimeOffset approvedAt, CancellationToken cancellationToken)
    {
        if (Ledger.Read(folder).Lines.Any(line => line.Name == name && line.Event == LedgerEvent.Issued && line.At > approvedAt))
            return ChangeOutcome.Never("a certificate with another key was issued since it was approved; ask again if that is to go too");
        var atAuthority = RevokeAtAuthority(name);
        await UserRemoval.RunAsync(await ProvisionSettings.ManagementFromAsync(settings.Transport, cancellationToken), name, cancellationToken);
        return atAuthority;
    }

    private ChangeOutcome RevokeAtAuthority(string name)
    {
        try
        {
            CertificateAuthority.Open(folder, clock).Revoke(name);
            return ChangeOutcome.Done;
        }
        catch (Exception e) when (IsExpected(e))
        {
            return ChangeOutcome.NotNow(Said(e.Message));
        }
    }

    private async Task<ChangeOutcome> ProvisionAsync(string version, CancellationToken cancellationToken)
    {
        var request = await ProvisionSettings.RequestFromAsync(settings, clock, cancellationToken);
        if (Compared(await ProvisioningRun.PlanAsync(request, cancellationToken)).Version != version)
            return ChangeOutcome.Never("the broker or the directory has changed since it was compared; compare again");
        var outcome = await ProvisioningRun.ApplyAsync(request, clock, cancellationToken);
        return outcome.Refusal is { } refusal ? ChangeOutcome.Never(Said(refusal))
            : outcome.Refused.Count > 0 ? ChangeOutcome.Never(Said(string.Join("; ", outcome.Refused)))
            : ChangeOutcome.Done;
    }

    /// <summary>The version is that of the steps with their whole names.</summary>
    private static BrokerComparison Compared(ProvisioningOutcome plan)
    {
        var steps = plan.Steps.Concat(plan.Refused).Select(step => step.ToString()).ToList();
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', steps))).AsSpan(0, 8));
        return new(version, [.. steps.Select(Said)], plan.Refusal is { } refusal ? Said(refusal) : null) { Unsafe = [.. plan.Reasons.Select(reason => Said(reason.Words))] };
    }

    private static bool IsExpected(Exception e) => e is CannotStartException or CertificateException or ManagementException or InvalidDataException or IOException or UnauthorizedAccessException or CryptographicException or ArgumentException;

    /// <summary>Without the parts of names that nobody may guess, and without the folders of files.</summary>
    private static string Said(string words) => Folders().Replace(Unguessable().Replace(words, "…"), "");

    [GeneratedRegex("[0-9a-f]{16}")]
    private static partial Regex Unguessable();

    [GeneratedRegex(@"(?<![\w/])(\.{0,2}/[^\s/;,]+)*/(?=[^\s/;,])", RegexOptions.ExplicitCapture)]
    private static partial Regex Folders();
}
