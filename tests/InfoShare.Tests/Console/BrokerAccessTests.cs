using InfoShare.Broker.Certificates;
using InfoShare.Broker.Topology;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Consoles;
using InfoShare.Console.Participants;

namespace InfoShare.Tests.Console;

/// <summary>What the console can do about certificates is what its settings let it do.</summary>
public sealed class BrokerAccessTests : IDisposable
{
    private const string Named = "police-suffolk";

    private readonly TemporaryFolder folder = new();
    private readonly Settings settings;

    public BrokerAccessTests()
    {
        File.WriteAllText(folder.File("password"), "invented");
        CertificateAuthority.Init(folder.File("certificates"), TimeProvider.System).Issue(Named, CertificateUse.Client, []);
        settings = new()
        {
            Transport = new()
            {
                Name = Transport.RabbitMq,
                Certificates = folder.File("certificates"),
                Management = [new("http://127.0.0.1:9")], // nobody answers there
                ManagementUser = "administrator",
                ManagementPasswordFile = folder.File("password"),
            },
        };
    }

    [Fact]
    public void With_an_administrator_and_the_authoritys_key_it_can() => Assert.Null(Of(settings).WhyNot);

    [Fact]
    public void In_memory_without_an_administrator_or_with_one_that_only_looks_it_cannot()
    {
        Assert.Contains("in memory", Of(settings with { Transport = settings.Transport with { Name = Transport.InMemory } }).WhyNot, StringComparison.Ordinal);
        Assert.Contains("no administrator", Of(settings with { Transport = settings.Transport with { Management = [] } }).WhyNot, StringComparison.Ordinal);
        Assert.Contains("no administrator", Of(settings with { Transport = settings.Transport with { ManagementUser = null } }).WhyNot, StringComparison.Ordinal);
        Assert.Contains("change nothing", Of(settings with { Transport = settings.Transport with { ManagementUser = RoutingNames.Monitor } }).WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_authoritys_key_it_shows_certificates_and_cannot_change_them()
    {
        File.Delete(new CertificateFolder(folder.File("certificates")).AuthorityKey);
        var access = Of(settings);

        Assert.Contains("key is not where the console runs", access.WhyNot, StringComparison.Ordinal);
        Assert.Equal((Named, "valid"), (access.Certificates().All.Single().Name, access.Certificates().All.Single().State));
        Assert.Equal(access.WhyNot, (await access.CompareAsync(TestContext.Current.CancellationToken)).Problem);
    }

    [Fact]
    public async Task A_revocation_holds_at_once_and_is_tried_again_until_the_broker_has_closed_the_connections()
    {
        var access = Of(settings);

        var outcome = await access.DoAsync(new(AccessTask.Revoke, Named), DateTimeOffset.MaxValue, TestContext.Current.CancellationToken);

        Assert.False(outcome.Final);
        Assert.NotNull(outcome.Problem);
        Assert.DoesNotContain("invented", outcome.Problem, StringComparison.Ordinal);
        Assert.Equal("revoked", access.Certificates().All.Single().State);
    }

    [Fact]
    public async Task A_revocation_that_comes_late_leaves_a_key_alone_that_was_issued_since()
    {
        var outcome = await Of(settings).DoAsync(new(AccessTask.Revoke, Named), DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);

        Assert.True(outcome is { Final: true, Problem: not null });
        Assert.Equal("valid", Of(settings).Certificates().Of(Named)!.State);
    }

    [Fact]
    public async Task No_page_says_where_files_are()
    {
        File.Delete(folder.File("password"));
        var compared = await Of(settings).CompareAsync(TestContext.Current.CancellationToken);
        var done = await Of(settings).DoAsync(new(AccessTask.Revoke, Named), DateTimeOffset.MaxValue, TestContext.Current.CancellationToken);

        Assert.All([compared.Problem!, done.Problem!], problem => Assert.Equal("transport.managementPasswordFile: password cannot be read", problem));
        File.WriteAllText(System.IO.Path.Combine(folder.File("certificates"), "ledger.jsonl"), "rubbish");
        Assert.Equal("The list of certificates cannot be read", Of(settings).Certificates().Problem);
        Assert.DoesNotContain("/", (await Of(settings).CompareAsync(TestContext.Current.CancellationToken)).Problem!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_before_it_could_be_noted_is_not_done_twice()
    {
        var access = Of(settings);
        var serial = File.ReadAllText(new CertificateFolder(folder.File("certificates")).Certificate(Named));

        Assert.Equal(ChangeOutcome.Done, await access.DoAsync(new(AccessTask.Issue, Named), DateTimeOffset.MaxValue, TestContext.Current.CancellationToken));

        Assert.Equal(serial, File.ReadAllText(new CertificateFolder(folder.File("certificates")).Certificate(Named)));
    }

    public void Dispose() => folder.Dispose();

    private static IBrokerAccess Of(Settings settings) => BrokerAccess.Of(settings);
}
