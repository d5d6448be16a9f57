using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InfoShare.Broker.Certificates;

/// <summary>Makes certificates: elliptic curve P-256, signed with SHA-256.</summary>
internal static class Issuing
{
    /// <summary>The longest that a certificate of a user or node is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    private static readonly TimeSpan AuthorityLifetime = TimeSpan.FromDays(5 * 365);

    // Clocks differ: a certificate is good a little earlier than it was made.
    private static readonly TimeSpan Earlier = TimeSpan.FromMinutes(5);
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");
    private static readonly Oid ClientAuthentication = new("1.3.6.1.5.5.7.3.2");

    /// <summary>A certificate that signs others and itself.</summary>
    public static X509Certificate2 Authority(string name, ECDsa key, DateTimeOffset now)
    {
        var request = Request(name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        return request.CreateSelfSigned(now - Earlier, now + AuthorityLifetime);
    }

    /// <summary>A certificate of a user or a node.</summary>
    /// <param name="hosts">Names of the machine, for a node; localhost and 127.0.0.1 come in addition.</param>
    public static X509Certificate2 Signed(X509Certificate2 authority, string name, CertificateUse use, IEnumerable<string> hosts, ECDsa key, DateTimeOffset now)
    {
        var request = Request(name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([use == CertificateUse.Broker ? ServerAuthentication : ClientAuthentication], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        if (use == CertificateUse.Broker)
            request.CertificateExtensions.Add(NamesOf(hosts));
        var from = now - Earlier;
        var until = from + Lifetime;
        return request.Create(authority, from, until < authority.NotAfter ? until : authority.NotAfter, RandomNumberGenerator.GetBytes(16));
    }

    private static CertificateRequest Request(string name, ECDsa key)
    {
        var distinguished = new X500DistinguishedNameBuilder();
        distinguished.AddCommonName(name);
        var request = new CertificateRequest(distinguished.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private static X509Extension NamesOf(IEnumerable<string> hosts)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts.Append("localhost").Distinct())
            names.AddDnsName(host);
        names.AddIpAddress(IPAddress.Loopback);
        return names.Build();
    }
}
