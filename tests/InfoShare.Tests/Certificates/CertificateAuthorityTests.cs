using System.Security.Cryptography.X509Certificates;
using InfoShare.Broker.Certificates;
using InfoShare.Tests.Clock;
using Xunit;

namespace InfoShare.Tests.Certificates;

/// <summary>What the authority issues, and what it writes down.</summary>
public sealed class CertificateAuthorityTests : IDisposable
{
    private const string Kent = "police-kent";
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new(new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    private CertificateFolder Files => new(folder.Path);

    [Fact]
    public void A_certificate_is_good_for_90_days_and_no_longer()
    {
        var standing = Init().Issue(Kent, CertificateUse.Client, []);
        using var certificate = Load(Kent);

        Assert.Equal(("CN=police-kent", TimeSpan.FromDays(90)), (certificate.Subject, certificate.NotAfter - certificate.NotBefore));
        Assert.Equal(("valid", 89), (standing.State, standing.DaysLeft));
        clock.Advance(TimeSpan.FromDays(90));
        Assert.Equal(("expired", 0), (Open().List()[0].State, Open().List()[0].DaysLeft));
    }

    [Fact]
    public void A_users_certificate_is_for_clients_and_a_nodes_for_servers()
    {
        var authority = Init();
        authority.Issue(Kent, CertificateUse.Client, []);
        authority.Issue("broker-1", CertificateUse.Broker, ["b.example"]);

        Assert.Equal("1.3.6.1.5.5.7.3.2", UseOf(Kent));
        Assert.Equal("1.3.6.1.5.5.7.3.1", UseOf("broker-1"));
        using var node = Load("broker-1");
        Assert.True(node.MatchesHostname("b.example") && node.MatchesHostname("localhost") && node.MatchesHostname("127.0.0.1") && node.MatchesHostname("broker-1"));
    }

    [Theory]
    [InlineData("ca")]
    [InlineData("names")]
    public void What_lies_in_the_folder_and_was_not_issued_is_never_overwritten(string name)
    {
        var authority = Init();
        File.WriteAllText(Files.Key("names"), "a key of something else");
        var before = File.ReadAllText(Files.Key(name));

        Assert.Throws<CertificateException>(() => authority.Issue(name, CertificateUse.Broker, []));
        Assert.Equal(before, File.ReadAllText(Files.Key(name)));
    }

    [Fact]
    public void Renewing_keeps_the_key_and_the_names_and_gives_another_serial()
    {
        Init().Issue("broker-1", CertificateUse.Broker, ["b.example"]);
        using var before = Load("broker-1");
        clock.Advance(TimeSpan.FromDays(60));

        var standing = Open().Renew("broker-1");

        using var after = Load("broker-1");
        Assert.Equal(89, standing.DaysLeft);
        Assert.Equal(before.GetPublicKey(), after.GetPublicKey());
        Assert.True(after.MatchesHostname("b.example"));
        Assert.NotEqual(before.SerialNumber, after.SerialNumber);
    }

    [Fact]
    public void A_revoked_name_cannot_renew_and_can_have_a_new_certificate()
    {
        var authority = Init();
        authority.Issue(Kent, CertificateUse.Client, []);
        authority.Renew(Kent);
        authority.Revoke(Kent);

        Assert.Equal([Kent], Ledger.Read(folder.Path).RevokedNames);
        Assert.Contains("was revoked", Refused(() => authority.Renew(Kent)), StringComparison.Ordinal);
        authority.Issue(Kent, CertificateUse.Client, []);
        Assert.Empty(Ledger.Read(folder.Path).RevokedNames);
    }

    [Fact]
    public void The_list_of_revoked_ones_has_every_certificate_that_the_name_had_then_and_none_that_it_had_later()
    {
        var authority = Init();
        authority.Issue(Kent, CertificateUse.Client, []);
        authority.Renew(Kent);
        var before = Ledger.Read(folder.Path).Lines.Select(l => l.Serial).Order(StringComparer.Ordinal).ToList();
        authority.Revoke(Kent);
        authority.Issue(Kent, CertificateUse.Client, []);
        authority.Issue("health-leeds", CertificateUse.Client, []);

        Assert.Equal(before, Ledger.Read(folder.Path).RevokedSerials.Select(r => r.Serial).Order(StringComparer.Ordinal));
        Assert.Equal(".r0", Path.GetExtension(Assert.Single(System.IO.Directory.EnumerateFiles(Files.Revocations))));
    }

    [Theory]
    [InlineData("routing", CertificateUse.Client, true)]
    [InlineData("social-care-cumberland", CertificateUse.Client, true)]
    [InlineData("administrator", CertificateUse.Client, false)]
    [InlineData("monitoring", CertificateUse.Client, false)]
    [InlineData("police-", CertificateUse.Client, false)]
    [InlineData("police-kent\n", CertificateUse.Client, false)]
    [InlineData("../police-kent", CertificateUse.Client, false)]
    [InlineData("Police-kent", CertificateUse.Client, false)]
    [InlineData("broker-1.example", CertificateUse.Broker, true)]
    [InlineData("../broker", CertificateUse.Broker, false)]
    [InlineData("police-kent", CertificateUse.Broker, false)]
    public void Names_are_those_of_users_and_nodes(string name, CertificateUse use, bool good) =>
        Assert.Equal(good, CertificateNames.ProblemWith(name, use) is null);

    [Fact]
    public void What_cannot_be_had_is_said()
    {
        Assert.Contains("there is no authority", Refused(() => Open()), StringComparison.Ordinal);
        var authority = Init();
        authority.Issue(Kent, CertificateUse.Client, []);
        Assert.Contains("there is an authority", Refused(() => Init()), StringComparison.Ordinal);
        Assert.Contains("has a certificate until 2027-02-18", Refused(() => authority.Issue(Kent, CertificateUse.Client, [])), StringComparison.Ordinal);
        Assert.Contains("has no certificate", Refused(() => authority.Renew("health-leeds")), StringComparison.Ordinal);
        Assert.Contains("has no certificate", Refused(() => authority.Revoke("health-leeds")), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_for_their_owner_alone()
    {
        Init().Issue(Kent, CertificateUse.Client, []);
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in new[] { Files.AuthorityKey, Files.Key(Kent) })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    public void Dispose() => folder.Dispose();

    private CertificateAuthority Init() => CertificateAuthority.Init(folder.Path, clock);

    private CertificateAuthority Open() => CertificateAuthority.Open(folder.Path, clock);

    private X509Certificate2 Load(string name) => X509Certificate2.CreateFromPemFile(Files.Certificate(name), Files.Key(name));

    private string UseOf(string name)
    {
        using var certificate = Load(name);
        return certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages[0].Value!;
    }

    private static string Refused(Action attempt) => Assert.Throws<CertificateException>(attempt).Message;
}
