using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace InfoShare.Broker.RabbitMq.Connecting;

/// <summary>Trusts a broker whose certificate our own authority has signed for the name we asked for; no public authority counts.</summary>
internal sealed class BrokerTrust(X509Certificate2 authority)
{
    /// <summary>Whether to go on with this broker.</summary>
    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 broker || errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return false;
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.Add(authority);
        // Whoever is revoked loses its user on the broker; there is no revocation list to ask.
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return own.Build(broker);
    }
}
