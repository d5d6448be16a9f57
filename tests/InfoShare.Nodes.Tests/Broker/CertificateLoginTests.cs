using InfoShare.Broker;
using InfoShare.Broker.RabbitMq;
using InfoShare.Broker.RabbitMq.Connecting;
using InfoShare.Broker.Topology;
using InfoShare.LocalNodes;
using InfoShare.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoShare.Nodes.Tests.Broker;

/// <summary>A broker that takes client certificates and nothing else.</summary>
[TakesMinutes]
[Trait("Length", "long")]
public sealed class CertificateLoginTests : IAsyncLifetime
{
    private const string Participant = "police-suffolk";
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("infoshare-tls-").FullName;
    private TestCertificates certificates = null!;
    private RabbitCluster cluster = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(RabbitCluster.Programs is null, "RabbitMQ is not installed: apt-get install rabbitmq-server");
        certificates = new(folder);
        var (certificate, key) = certificates.Issue("broker", broker: true);
        cluster = await RabbitCluster.StartAsync(Path.Combine(folder, "node"), 1, new(certificates.AuthorityFile, certificate, key), Token);
        var node = cluster.Nodes[0];
        await node.ControlAsync(Token, "add_user", Participant, "no password can be used");
        await node.ControlAsync(Token, "set_permissions", Participant, "^$", ".*", ".*");
        await node.ControlAsync(Token, "eval", $"""
            Name = fun(K, N) -> rabbit_misc:r(<<"/">>, K, N) end,
            rabbit_exchange:declare(Name(exchange, <<"{Names.Outgoing}">>), direct, true, false, false, [], <<"test">>),
            rabbit_amqqueue:declare(Name(queue, <<"{Names.Incoming}">>), true, false, [], none, <<"test">>).
            """);
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
            await cluster.DisposeAsync();
        certificates?.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_right_certificate_is_let_in_publishing_and_reading()
    {
        await using var link = Open(certificates);
        using var stop = new CancellationTokenSource();
        var consuming = link.ConsumeAsync((_, _) => Task.FromResult(Settlement.Acknowledge), stop.Token);
        await Until.TrueAsync(() => link.Health.State is LinkState.Up);
        Assert.Equal(PublishOutcome.Unroutable, await link.PublishAsync(Links.Message("m1"), urgent: false, Token));
        await stop.CancelAsync();
        await consuming;
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_not_let_in()
    {
        using var others = new TestCertificates(System.IO.Directory.CreateDirectory(Path.Combine(folder, "others")).FullName);
        var (certificate, key) = others.Issue(Participant);
        await NotLetInAsync(new CertificateLogin(Participant, certificates.AuthorityFile, certificate, key, "localhost"));
    }

    [Fact]
    public async Task A_broker_of_another_authority_is_not_trusted()
    {
        using var others = new TestCertificates(System.IO.Directory.CreateDirectory(Path.Combine(folder, "others")).FullName);
        var (certificate, key) = certificates.Issue(Participant);
        await NotLetInAsync(new CertificateLogin(Participant, others.AuthorityFile, certificate, key, "localhost"));
    }

    [Fact]
    public async Task A_broker_of_another_name_is_not_trusted()
    {
        var (certificate, key) = certificates.Issue(Participant);
        await NotLetInAsync(new CertificateLogin(Participant, certificates.AuthorityFile, certificate, key, "another.invalid"));
    }

    [Fact]
    public async Task A_certificate_without_a_user_is_refused()
    {
        var (certificate, key) = certificates.Issue("nobody");
        var link = await NotLetInAsync(new CertificateLogin("nobody", certificates.AuthorityFile, certificate, key, "localhost"));
        Assert.Equal("refused", link.Health.Reason);
    }

    private ParticipantNames Names { get; } = new(Participant, "agency.a.out", "agency.a.in");

    private RabbitMqParticipantLink Open(TestCertificates by)
    {
        var (certificate, key) = by.Issue(Participant);
        return Open(new CertificateLogin(Participant, by.AuthorityFile, certificate, key, "localhost"));
    }

    private RabbitMqParticipantLink Open(CertificateLogin login) => RabbitMqParticipantLink.Open(
        new([new("127.0.0.1", cluster.Nodes[0].Ports.Amqp)], "/", login), Names, TimeProvider.System, NullLogger.Instance);

    private async Task<RabbitMqParticipantLink> NotLetInAsync(CertificateLogin login)
    {
        await using var link = Open(login);
        await Until.TrueAsync(() => link.Health.Reason is not ("starting" or ""));
        Assert.Equal(LinkState.Down, link.Health.State);
        Assert.Equal(PublishOutcome.Unknown, await link.PublishAsync(Links.Message("m1"), urgent: false, Token));
        return link;
    }
}
