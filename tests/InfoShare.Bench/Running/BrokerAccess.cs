using System.Security.Cryptography.X509Certificates;
using InfoShare.Broker.Certificates;
using RabbitMQ.Client;

namespace InfoShare.Bench.Running;

/// <summary>Connections to the bench's broker, each user with its certificate.</summary>
internal sealed class BrokerAccess(string certificates, int port)
{
    private const string Broker = "localhost";
    private readonly CertificateFolder folder = new(certificates);

    /// <summary>The folder of connection files.</summary>
    public string Folder => certificates;

    public string Host => Broker;

    public ushort Port => (ushort)port;

    public X509Certificate2 CertificateOf(string user) => X509Certificate2.CreateFromPemFile(folder.Certificate(user), folder.Key(user));

    /// <summary>A raw connection.</summary>
    public Task<IConnection> ConnectAsync(string user, string virtualHost) => new ConnectionFactory
    {
        HostName = Broker,
        Port = port,
        VirtualHost = virtualHost,
        AuthMechanisms = [new ExternalMechanismFactory()],
        AutomaticRecoveryEnabled = false,
        Ssl = new SslOption(Broker, enabled: true) { Certs = [CertificateOf(user)], CertificateValidationCallback = (_, certificate, _, _) => Trusts(certificate) },
    }.CreateConnectionAsync($"bench {user}");

    /// <summary>Whether our own authority signed it.</summary>
    public bool Trusts(X509Certificate? certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(folder.Authority));
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return certificate is X509Certificate2 broker && chain.Build(broker);
    }
}
