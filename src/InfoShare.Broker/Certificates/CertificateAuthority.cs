using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InfoShare.Broker.Files;

namespace InfoShare.Broker.Certificates;

/// <summary>What certificate a name has now.</summary>
/// <param name="State"><c>valid</c>, <c>expired</c> or <c>revoked</c>.</param>
/// <param name="DaysLeft">Whole days; 0 when it is not valid.</param>
public sealed record CertificateStanding(string Name, CertificateUse Use, string State, DateTimeOffset Until, int DaysLeft);

/// <summary>Why a certificate cannot be had, in words for whoever asked for it.</summary>
public sealed class CertificateException(string message) : Exception(message);

/// <summary>
/// A certificate authority in a folder, for development and small installations: its key is a file. It signs certificates of
/// the broker's users and nodes, and writes down which.
/// </summary>
public sealed class CertificateAuthority
{
    private const string CommonName = "InfoShare development authority";
    private readonly CertificateFolder folder;
    private readonly TimeProvider clock;

    private CertificateAuthority(CertificateFolder folder, TimeProvider clock) => (this.folder, this.clock) = (folder, clock);

    /// <summary>Makes an authority where there is none.</summary>
    /// <exception cref="CertificateException">There is one.</exception>
    public static CertificateAuthority Init(string path, TimeProvider clock)
    {
        var folder = new CertificateFolder(path);
        if (File.Exists(folder.Authority))
            throw new CertificateException($"there is an authority in {path}: another one would make all its certificates useless");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Issuing.Authority(CommonName, key, clock.GetUtcNow());
        WholeFile.WritePrivate(folder.AuthorityKey, key.ExportPkcs8PrivateKeyPem());
        RevocationList.Write(folder, certificate, Ledger.Read(path), clock.GetUtcNow());
        WholeFile.WritePublic(folder.Authority, certificate.ExportCertificatePem());
        return new(folder, clock);
    }

    /// <summary>The authority of a folder.</summary>
    /// <exception cref="CertificateException">There is none, or its key is not there.</exception>
    public static CertificateAuthority Open(string path, TimeProvider clock)
    {
        var folder = new CertificateFolder(path);
        if (!File.Exists(folder.Authority))
            throw new CertificateException($"there is no authority in {path}; make one with ./infoshare certs init");
        return File.Exists(folder.AuthorityKey)
            ? new(folder, clock) : throw new CertificateException($"the authority's key, {folder.AuthorityKey}, is not there; put it back from where it is kept");
    }

    /// <summary>Issues a certificate with a new key, to a name that has no good one.</summary>
    /// <param name="hosts">More names of the machine, for a node.</param>
    /// <exception cref="CertificateException">The name is not good, or has a certificate.</exception>
    public CertificateStanding Issue(string name, CertificateUse use, IReadOnlyList<string> hosts)
    {
        if (CertificateNames.ProblemWith(name, use) is { } problem)
            throw new CertificateException(problem);
        if (hosts.FirstOrDefault(h => !CertificateNames.IsHost(h)) is not null)
            throw new CertificateException("a machine's name must be letters, digits, full stops and hyphens");
        using var held = Hold();
        if (Standing(name) is { State: "valid" } standing)
            throw new CertificateException($"{name} has a certificate until {standing.Until:yyyy-MM-dd}: renew it, or revoke it first");
        // Such as the authority's own, or the key of the names, which may be kept in the same folder.
        if (Standing(name) is null && (File.Exists(folder.Key(name)) || File.Exists(folder.Certificate(name))))
            throw new CertificateException($"{name}.key or {name}.pem is in the folder and was not issued to {name}: choose another name, or move it away");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Sign(name, use, LedgerEvent.Issued, [name, .. hosts], key);
    }

    /// <summary>Issues another certificate for the key that the name has. Both are good until their ends, so that nothing is interrupted.</summary>
    /// <exception cref="CertificateException">The name has none, or it was revoked.</exception>
    public CertificateStanding Renew(string name)
    {
        using var held = Hold();
        var standing = Standing(name) ?? throw new CertificateException($"{name} has no certificate; issue one");
        if (standing.State == "revoked")
            throw new CertificateException($"the certificate of {name} was revoked; issue a new one");
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(folder.Key(name)));
        using var old = X509CertificateLoader.LoadCertificateFromFile(folder.Certificate(name));
        var hosts = old.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(e => e.EnumerateDnsNames());
        return Sign(name, standing.Use, LedgerEvent.Renewed, hosts, key);
    }

    /// <summary>Revokes all certificates that a name has had. Whoever closes its connections must be told: the broker's user is to go.</summary>
    /// <exception cref="CertificateException">The name has none.</exception>
    public CertificateStanding Revoke(string name)
    {
        using var held = Hold();
        var standing = Standing(name) ?? throw new CertificateException($"{name} has no certificate");
        var now = clock.GetUtcNow();
        var ledger = Ledger.Read(folder.Path);
        if (standing.State != "revoked")
            ledger = ledger.Add(folder.Path, new(now, LedgerEvent.Revoked, name, standing.Use, "", now));
        using var authority = ReadAuthority();
        RevocationList.Write(folder, authority, ledger, now);
        return Standing(name)!;
    }

    /// <summary>What every name has, by name.</summary>
    public IReadOnlyList<CertificateStanding> List() => Standings(folder.Path, clock);

    /// <summary>What every name has in a folder, by name; also where the authority's key is elsewhere.</summary>
    /// <exception cref="InvalidDataException">The ledger is damaged.</exception>
    public static IReadOnlyList<CertificateStanding> Standings(string path, TimeProvider clock) => [.. Ledger.Read(path).Latest.Select(line => StandingOf(line, clock))];

    private CertificateStanding? Standing(string name) => List().FirstOrDefault(s => s.Name == name);

    private static CertificateStanding StandingOf(LedgerLine line, TimeProvider clock)
    {
        var left = line.Until - clock.GetUtcNow();
        return line.Event == LedgerEvent.Revoked
            ? new(line.Name, line.Use, "revoked", line.Until, 0)
            : new(line.Name, line.Use, left > TimeSpan.Zero ? "valid" : "expired", line.Until, Math.Max(0, (int)left.TotalDays));
    }

    /// <summary>The files before the ledger: what the ledger names is there.</summary>
    private CertificateStanding Sign(string name, CertificateUse use, LedgerEvent what, IEnumerable<string> hosts, ECDsa key)
    {
        using var authority = ReadAuthority();
        var now = clock.GetUtcNow();
        using var certificate = Issuing.Signed(authority, name, use, hosts, key, now);
        if (what == LedgerEvent.Issued)
            WholeFile.WritePrivate(folder.Key(name), key.ExportPkcs8PrivateKeyPem());
        WholeFile.WritePublic(folder.Certificate(name), certificate.ExportCertificatePem());
        var until = new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
        var line = new LedgerLine(now, what, name, use, certificate.SerialNumber, until);
        Ledger.Read(folder.Path).Add(folder.Path, line);
        return StandingOf(line, clock);
    }

    private X509Certificate2 ReadAuthority() => X509Certificate2.CreateFromPemFile(folder.Authority, folder.AuthorityKey);

    /// <summary>One at a time: the ledger is read and written as a whole.</summary>
    private FileStream Hold()
    {
        try
        {
            return new(Path.Combine(folder.Path, "ledger.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new CertificateException($"another command is working in {folder.Path}");
        }
    }
}
