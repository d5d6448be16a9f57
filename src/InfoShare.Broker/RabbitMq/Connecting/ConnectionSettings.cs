using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using MassTransit;
using RabbitMQ.Client;

namespace InfoShare.Broker.RabbitMq.Connecting;

/// <summary>The same connection settings for MassTransit's buses and for our own connections.</summary>
internal static class ConnectionSettings
{
    /// <summary>A host that does not answer for so long is passed over.</summary>
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5);

    /// <summary>A dead connection is noticed after about twice this.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>Has a bus connect to the address.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="address">Where to.</param>
    /// <param name="purpose">What the connection is for, as operators see it in the broker.</param>
    /// <param name="attempt">Begins with another host each time.</param>
    public static void Apply(IRabbitMqBusFactoryConfigurator bus, RabbitMqAddress address, string purpose, int attempt)
    {
        var hosts = InTurn(address, attempt);
        bus.Host(hosts[0].Name, (ushort)hosts[0].Port, address.VirtualHost, host =>
        {
            host.ConnectionName(NameOf(address, purpose));
            host.PublisherConfirmation = true;
            host.Heartbeat(Heartbeat);
            host.RequestedConnectionTimeout(ConnectWithin);
            host.ContinuationTimeout(ConnectWithin);
            host.UseCluster(cluster =>
            {
                foreach (var each in hosts)
                    cluster.Node($"{each.Name}:{each.Port}");
            });
            Authenticate(host, address.Login);
        });
    }

    /// <summary>A connection that does not recover by itself.</summary>
    public static async Task<IConnection> ConnectAsync(RabbitMqAddress address, string purpose, int attempt, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory
        {
            VirtualHost = address.VirtualHost,
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedHeartbeat = Heartbeat,
            RequestedConnectionTimeout = ConnectWithin,
            SocketReadTimeout = ConnectWithin,
            SocketWriteTimeout = ConnectWithin,
            HandshakeContinuationTimeout = ConnectWithin,
            ContinuationTimeout = ConnectWithin,
        };
        var tls = new SslOption();
        switch (address.Login)
        {
            case PasswordLogin login:
                (factory.UserName, factory.Password) = (login.User, login.Password);
                break;
            case CertificateLogin login:
                factory.AuthMechanisms = [new ExternalMechanismFactory()];
                tls = new SslOption(login.ServerName, enabled: true) { Certs = [CertificateOf(login)], CertificateValidationCallback = TrustOf(login).Accepts };
                break;
        }

        var hosts = InTurn(address, attempt);
        return await factory.CreateConnectionAsync([new AmqpTcpEndpoint(hosts[0].Name, hosts[0].Port, tls)], NameOf(address, purpose), cancellationToken);
    }

    private static void Authenticate(IRabbitMqHostConfigurator host, RabbitMqLogin login)
    {
        switch (login)
        {
            case PasswordLogin password:
                host.Username(password.User);
                host.Password(password.Password);
                break;
            case CertificateLogin certificate:
                host.UseSsl(tls =>
                {
                    tls.ServerName = certificate.ServerName;
                    tls.Certificate = CertificateOf(certificate);
                    tls.UseCertificateAsAuthenticationIdentity = true;
                    tls.Protocol = SslProtocols.None;
                    tls.CertificateValidationCallback = TrustOf(certificate).Accepts;
                });
                break;
        }
    }

    private static X509Certificate2 CertificateOf(CertificateLogin login) => X509Certificate2.CreateFromPemFile(login.CertificateFile, login.KeyFile);

    private static BrokerTrust TrustOf(CertificateLogin login) => new(X509CertificateLoader.LoadCertificateFromFile(login.AuthorityFile));

    private static RabbitMqHost[] InTurn(RabbitMqAddress address, int attempt)
    {
        var first = attempt % address.Hosts.Count;
        return [.. address.Hosts.Skip(first), .. address.Hosts.Take(first)];
    }

    private static string NameOf(RabbitMqAddress address, string purpose) => $"infoshare {address.Login.User} {purpose}";
}
