using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InfoShare.Nodes.Tests.Broker;

/// <summary>An authority and what it signs, as PEM files in a folder.</summary>
internal sealed class TestCertificates : IDisposable
{
    private readonly string folder;
    private readonly X509Certificate2 authority;

    public TestCertificates(string folder)
    {
        this.folder = folder;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=a test's authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        authority = request.CreateSelfSigned(From, From.AddDays(2));
        File.WriteAllText(AuthorityFile, authority.ExportCertificatePem());
    }

    public string AuthorityFile => Path.Combine(folder, "authority.pem");

    private static DateTimeOffset From => TimeProvider.System.GetUtcNow().AddMinutes(-5);

    /// <summary>A certificate for a client, or for a broker on this machine; returns its file and its key's.</summary>
    public (string Certificate, string Key) Issue(string name, bool broker = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(broker ? "1.3.6.1.5.5.7.3.1" : "1.3.6.1.5.5.7.3.2")], false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(broker ? "localhost" : name + ".invalid");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, From, From.AddDays(1), RandomNumberGenerator.GetBytes(8));
        var files = (Path.Combine(folder, name + ".pem"), Path.Combine(folder, name + ".key"));
        File.WriteAllText(files.Item1, signed.ExportCertificatePem());
        File.WriteAllText(files.Item2, key.ExportPkcs8PrivateKeyPem());
        return files;
    }

    public void Dispose() => authority.Dispose();
}
