using InfoShare.Broker.Preflight;
using InfoShare.Broker.Provisioning.Management;
using InfoShare.Broker.Provisioning.Planning;
using InfoShare.Broker.Topology;

namespace InfoShare.Broker.Provisioning;

/// <summary>What is to be provisioned, and where its files are.</summary>
/// <param name="Management">The broker, as an administrator.</param>
/// <param name="Hosts">The broker's nodes for adapters, each <c>host:port</c>.</param>
/// <param name="Participants">Ids of the participants of the directory.</param>
/// <param name="Revoked">Names whose certificates were revoked: they have no user until a new one is issued.</param>
/// <param name="NamesKeyFile">Made at first use.</param>
/// <param name="CertificatesFolder">Where each participant's connection file goes, <c>NAME.json</c>, and the password of the monitoring user.</param>
public sealed record ProvisioningRequest(
    ManagementAddress Management, string VirtualHost, IReadOnlyList<string> Hosts, IReadOnlyCollection<string> Participants,
    IReadOnlySet<string> Revoked, string NamesKeyFile, string CertificatesFolder);

/// <summary>What came of it.</summary>
/// <param name="Steps">What was done, or is to be done, in order.</param>
/// <param name="Refused">What was not or cannot be done, because something would be lost.</param>
/// <param name="Refusal">Why nothing at all was done; null as a rule.</param>
public sealed record ProvisioningOutcome(IReadOnlyList<PlanStep> Steps, IReadOnlyList<PlanStep> Refused, string? Refusal)
{
    /// <summary>Why the broker can lose messages or leak all the same: what provisioning cannot change, such as plugins.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>Whether the broker now holds what it is to hold.</summary>
    public bool Complete => Refusal is null && Refused.Count == 0;
}

/// <summary>Reads, compares, and changes what differs.</summary>
public static class ProvisioningRun
{
    /// <summary>Says what differs; changes nothing, here or at the broker.</summary>
    /// <exception cref="ManagementException">The broker cannot be used.</exception>
    /// <exception cref="InvalidDataException">The names key is damaged.</exception>
    public static async Task<ProvisioningOutcome> PlanAsync(ProvisioningRequest request, CancellationToken cancellationToken)
    {
        using var client = new ManagementClient(request.Management);
        var (found, _, plan) = await PlanAsync(client, request, Secrets.Read(request), cancellationToken);
        var (refused, steps) = (plan.Steps.Where(s => s.Kind == StepKind.Refuse), plan.Steps.Where(s => s.Kind != StepKind.Refuse));
        return new([.. steps], [.. refused], plan.Refusal) { Reasons = [.. NodeCheck.Reasons(found)] };
    }

    /// <summary>Makes it so. Done twice, the second time does nothing.</summary>
    /// <exception cref="ManagementException">The broker cannot be used. What was done stays, and is not done again.</exception>
    /// <exception cref="InvalidDataException">The names key is damaged.</exception>
    public static async Task<ProvisioningOutcome> ApplyAsync(ProvisioningRequest request, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var client = new ManagementClient(request.Management);
        var secrets = Secrets.Read(request);
        var (_, names, plan) = await PlanAsync(client, request, secrets, cancellationToken);
        if (plan.Refusal is not null)
            return new([], [], plan.Refusal);

        // Before the broker has anything that depends on them.
        secrets.Keep(request);
        var outcome = await new Provisioner(client, clock).ApplyAsync(request.VirtualHost, plan, cancellationToken);
        foreach (var participant in request.Participants)
            ConnectionFile.Of(names.For(participant), request.VirtualHost, request.Hosts).Write(ConnectionFile.PathFor(request.CertificatesFolder, participant));
        // Looked at again: what was not safe may just have been mended.
        return outcome with { Reasons = [.. NodeCheck.Reasons(await TopologyReader.ReadAsync(client, request.VirtualHost, cancellationToken))] };
    }

    private static async Task<(FoundTopology Found, BrokerNames Names, ProvisioningPlan Plan)> PlanAsync(
        ManagementClient client, ProvisioningRequest request, Secrets secrets, CancellationToken cancellationToken)
    {
        var found = await TopologyReader.ReadAsync(client, request.VirtualHost, cancellationToken);
        if (found.Users is null)
            throw new ManagementException($"the user {client.User} is no administrator of the broker at {request.Management.Url}");
        var names = new BrokerNames(secrets.NamesKey);
        var wanted = WantedTopology.For(
            new(request.VirtualHost, request.Participants, request.Revoked, found.Nodes.Count, user => user == RoutingNames.Monitor ? secrets.MonitorPassword : null), names);
        return (found, names, ProvisioningPlan.Of(wanted, found, client.User));
    }

    /// <summary>What is secret and kept here; made where it is not there.</summary>
    private sealed record Secrets(byte[] NamesKey, Password MonitorPassword)
    {
        public static Secrets Read(ProvisioningRequest request) => new(
            Provisioning.NamesKey.Read(request.NamesKeyFile) ?? Provisioning.NamesKey.Make(),
            PasswordsOf(request).Read(RoutingNames.Monitor) ?? Passwords.Make());

        public void Keep(ProvisioningRequest request)
        {
            if (!File.Exists(request.NamesKeyFile))
                Provisioning.NamesKey.Keep(request.NamesKeyFile, NamesKey);
            if (PasswordsOf(request).Read(RoutingNames.Monitor) is null)
                PasswordsOf(request).Keep(RoutingNames.Monitor, MonitorPassword);
        }

        private static Passwords PasswordsOf(ProvisioningRequest request) => new(request.CertificatesFolder);
    }
}
