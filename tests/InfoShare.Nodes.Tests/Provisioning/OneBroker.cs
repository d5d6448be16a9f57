using InfoShare.Broker.Certificates;
using InfoShare.Broker.Preflight;
using InfoShare.Broker.Provisioning;
using InfoShare.Broker.Provisioning.Management;
using InfoShare.Broker.Topology;
using InfoShare.LocalNodes;
using InfoShare.Nodes.Tests.Certificates;

namespace InfoShare.Nodes.Tests.Provisioning;

/// <summary>One broker for all tests of what it holds. They run one after the other, each in a virtual host of its own.</summary>
public sealed class OneBroker : IAsyncLifetime
{
    public const string Skipped = "RabbitMQ is not installed: apt-get install rabbitmq-server";

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("infoshare-broker-").FullName;
    private RabbitCluster? cluster;

    /// <summary>The authority of the broker and its users.</summary>
    public CertificateFolder Certificates => new(Path.Combine(folder, "certificates"));

    public RabbitNode Node => cluster!.Nodes[0];

    public ManagementAddress Management =>
        new(new($"http://127.0.0.1:{Node.Ports.Management}"), RabbitCluster.AdministratorName, new(cluster!.AdministratorPassword));

    /// <summary>The first half of a scene: nothing provisioned yet.</summary>
    public async Task<Scene> SceneAsync(params string[] participants)
    {
        Assert.SkipWhen(RabbitCluster.Programs is null, Skipped);
        cluster ??= await StartAsync();
        var own = System.IO.Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("n"))).FullName;
        return new(this, own, participants);
    }

    /// <summary>A node as in production: certificates only, looked up in the list of revoked ones.</summary>
    private async Task<RabbitCluster> StartAsync()
    {
        // Old enough to have issued what has run out since.
        CertificateAuthority.Init(Certificates.Path, new EarlierClock(TimeSpan.FromDays(100)));
        CertificateAuthority.Open(Certificates.Path, TimeProvider.System).Issue("broker-1", CertificateUse.Broker, []);
        var files = new RabbitCertificates(Certificates.Authority, Certificates.Certificate("broker-1"), Certificates.Key("broker-1"), Certificates.Revocations);
        return await RabbitCluster.StartAsync(Path.Combine(folder, "node"), 1, files, TestContext.Current.CancellationToken);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
            await cluster.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A virtual host of the broker with what was provisioned into it; gone at the end.</summary>
public sealed class Scene(OneBroker broker, string folder, string[] participants) : IAsyncDisposable
{
    private readonly ManagementClient administrator = new(broker.Management);

    public string VirtualHost { get; } = "test-" + Path.GetFileName(folder)[..8];

    public string Folder => folder;

    public OneBroker Broker => broker;

    public ProvisioningRequest Request => new(
        broker.Management, VirtualHost, ["localhost:5671"], participants, new HashSet<string>(), Path.Combine(folder, "names.key"), Path.Combine(folder, "certificates"));

    public BrokerNames Names => new(NamesKey.Read(Request.NamesKeyFile)!);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task<ProvisioningOutcome> ApplyAsync() => ApplyAsync(Request);

    public Task<ProvisioningOutcome> ApplyAsync(ProvisioningRequest request) => ProvisioningRun.ApplyAsync(request, TimeProvider.System, Token);

    public Task<ProvisioningOutcome> PlanAsync() => ProvisioningRun.PlanAsync(Request, Token);

    /// <summary>Every reason against the broker, as an administrator sees it.</summary>
    public async Task<IReadOnlyList<string>> ReasonsAsync() =>
        [.. (await TopologyCheck.RunAsync(broker.Management, VirtualHost, participants, Names, Token)).Select(r => r.Code).Distinct().Order(StringComparer.Ordinal)];

    public Task<FoundTopology> FoundAsync() => TopologyReader.ReadAsync(administrator, VirtualHost, Token);

    /// <summary>A change that provisioning did not make.</summary>
    /// <param name="path">Below <c>/api/</c>; <c>{vhost}</c> stands for the virtual host.</param>
    public Task PutAsync(string path, System.Text.Json.Nodes.JsonObject body) =>
        administrator.SendAsync(ManagementRequest.Put(path.Replace("{vhost}", VirtualHost, StringComparison.Ordinal), body), Token);

    public Task PostAsync(string path, System.Text.Json.Nodes.JsonObject body) =>
        administrator.SendAsync(ManagementRequest.Post(path.Replace("{vhost}", VirtualHost, StringComparison.Ordinal), body), Token);

    public Task DeleteAsync(string path) =>
        administrator.SendAsync(ManagementRequest.Delete(path.Replace("{vhost}", VirtualHost, StringComparison.Ordinal)), Token);

    public async ValueTask DisposeAsync()
    {
        await DeleteAsync("vhosts/{vhost}");
        foreach (var user in participants.Append(RoutingNames.User).Append(RoutingNames.Monitor))
            await DeleteAsync("users/" + user);
        administrator.Dispose();
    }
}

/// <summary>Tests of one broker.</summary>
[CollectionDefinition(nameof(OneBrokerTests))]
public sealed class OneBrokerTests : ICollectionFixture<OneBroker>;
