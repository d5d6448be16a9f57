using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using InfoShare.Broker.Certificates;
using RabbitMQ.Client;

namespace InfoShare.Nodes.Tests.Provisioning;

/// <summary>Connections as somebody has them who holds a certificate and uses no code of ours.</summary>
internal static class RawConnection
{
    /// <summary>Connects with a certificate. Never comes back by itself.</summary>
    public static ConnectionFactory Factory(int port, string virtualHost, CertificateFolder folder, X509Certificate2 certificate) => new()
    {
        HostName = "localhost",
        Port = port,
        VirtualHost = virtualHost,
        AuthMechanisms = [new ExternalMechanismFactory()],
        AutomaticRecoveryEnabled = false,
        ContinuationTimeout = TimeSpan.FromSeconds(10),
        RequestedConnectionTimeout = TimeSpan.FromSeconds(10),
        Ssl = new("localhost")
        {
            Enabled = true,
            Certs = [certificate],
            CertificateValidationCallback = (_, shown, _, errors) => Trusts(folder, shown, errors),
        },
    };

    public static X509Certificate2 Load(CertificateFolder folder, string name) =>
        X509Certificate2.CreateFromPemFile(folder.Certificate(name), folder.Key(name));

    private static bool Trusts(CertificateFolder folder, X509Certificate? shown, SslPolicyErrors errors)
    {
        if (shown is not X509Certificate2 certificate || errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(folder.Authority));
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
