using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using InfoShare.Broker.Certificates;
using InfoShare.Cli.Certificates;
using InfoShare.Cli.Commands;
using InfoShare.Nodes.Tests.Provisioning;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace InfoShare.Nodes.Tests.Certificates;

/// <summary>Who may connect to a broker that knows its users by their certificates alone.</summary>
[Collection(nameof(OneBrokerTests))]
public sealed class CertificateTests(OneBroker broker) : IDisposable
{
    private const string Kent = "police-kent";
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Revocation_cuts_an_open_connection_within_5_seconds()
    {
        await using var scene = await ProvisionedAsync();
        await using var connection = await ConnectAsync(scene, Load());
        var cut = new TaskCompletionSource<ShutdownEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.ConnectionShutdownAsync += (_, e) => { cut.TrySetResult(e); return Task.CompletedTask; };
        var began = Stopwatch.GetTimestamp();

        Assert.Equal(0, await RevokeAsync(scene));

        var why = await cut.Task.WaitAsync(TimeSpan.FromSeconds(5) - Stopwatch.GetElapsedTime(began), Token);
        TestContext.Current.SendDiagnosticMessage("cut after {0}", Stopwatch.GetElapsedTime(began));
        Assert.Contains("is deleted", why.ReplyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_revoked_stays_out_when_the_name_has_a_new_certificate_and_a_user_again()
    {
        await using var scene = await ProvisionedAsync();
        using var stolen = Load();
        Assert.Equal(0, await RevokeAsync(scene));
        await scene.ApplyAsync(scene.Request with { Revoked = Ledger.Read(broker.Certificates.Path).RevokedNames });
        await RefusedAsync(scene, stolen);

        Authority(TimeProvider.System).Issue(Kent, CertificateUse.Client, []);
        await scene.ApplyAsync(scene.Request with { Revoked = Ledger.Read(broker.Certificates.Path).RevokedNames });

        await using var connection = await ConnectAsync(scene, Load());
        await RefusedAsync(scene, stolen);
    }

    [Fact]
    public async Task A_renewed_certificate_and_the_one_before_are_good_together()
    {
        await using var scene = await ProvisionedAsync();
        using var older = Load();
        await using var open = await ConnectAsync(scene, older);

        Authority(TimeProvider.System).Renew(Kent);
        using var newer = Load();

        Assert.NotEqual(older.SerialNumber, newer.SerialNumber);
        await using var again = await ConnectAsync(scene, older);
        await using var next = await ConnectAsync(scene, newer);
        Assert.True(open.IsOpen);
    }

    [Fact]
    public async Task A_certificate_of_another_authority_with_the_same_name_is_refused()
    {
        await using var scene = await ProvisionedAsync();
        var other = new CertificateFolder(Path.Combine(scene.Folder, "other"));
        CertificateAuthority.Init(other.Path, TimeProvider.System).Issue(Kent, CertificateUse.Client, []);

        await RefusedAsync(scene, RawConnection.Load(other, Kent));
    }

    [Fact]
    public async Task A_certificate_whose_name_has_no_user_is_refused()
    {
        await using var scene = await ProvisionedAsync();
        Authority(TimeProvider.System).Issue("police-nowhere", CertificateUse.Client, []);

        await RefusedAsync(scene, RawConnection.Load(broker.Certificates, "police-nowhere"));
        Authority(TimeProvider.System).Revoke("police-nowhere");
    }

    [Fact]
    public async Task A_certificate_that_has_run_out_is_refused()
    {
        await using var scene = await broker.SceneAsync("health-leeds");
        await scene.ApplyAsync();
        Authority(new EarlierClock(TimeSpan.FromDays(91))).Issue("health-leeds", CertificateUse.Client, []);

        Assert.Equal("expired", Authority(TimeProvider.System).List().Single(s => s.Name == "health-leeds").State);
        await RefusedAsync(scene, RawConnection.Load(broker.Certificates, "health-leeds"));
    }

    [Fact]
    public async Task A_password_is_not_asked_for()
    {
        await using var scene = await ProvisionedAsync();
        var factory = Factory(scene, Load());
        (factory.UserName, factory.Password, factory.AuthMechanisms) = (Kent, "", [new PlainMechanismFactory()]);

        await Assert.ThrowsAsync<BrokerUnreachableException>(() => factory.CreateConnectionAsync(Token));
    }

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    private CertificateAuthority Authority(TimeProvider clock) => CertificateAuthority.Open(broker.Certificates.Path, clock);

    private X509Certificate2 Load() => RawConnection.Load(broker.Certificates, Kent);

    private async Task<Scene> ProvisionedAsync()
    {
        var scene = await broker.SceneAsync(Kent);
        await scene.ApplyAsync();
        if (Authority(TimeProvider.System).List().FirstOrDefault(s => s.Name == Kent)?.State != "valid")
            Authority(TimeProvider.System).Issue(Kent, CertificateUse.Client, []);
        return scene;
    }

    private Task<IConnection> ConnectAsync(Scene scene, X509Certificate2 certificate) =>
        Factory(scene, certificate).CreateConnectionAsync(Token);

    private ConnectionFactory Factory(Scene scene, X509Certificate2 certificate) =>
        RawConnection.Factory(broker.Node.Ports.Amqp, scene.VirtualHost, broker.Certificates, certificate);

    private async Task RefusedAsync(Scene scene, X509Certificate2 certificate) =>
        await Assert.ThrowsAsync<BrokerUnreachableException>(() => ConnectAsync(scene, certificate));

    /// <summary>As an operator does it.</summary>
    private async Task<int> RevokeAsync(Scene scene)
    {
        var password = Path.Combine(scene.Folder, "administrator.password");
        await File.WriteAllTextAsync(password, broker.Management.Password.Value, Token);
        var config = Path.Combine(scene.Folder, "infoshare.yaml");
        await File.WriteAllTextAsync(config, $"""
            transport:
              management: [{broker.Management.Url}]
              managementUser: {broker.Management.User}
              managementPasswordFile: {password}
              certificates: {broker.Certificates.Path}
            """, Token);
        return await new CertsRun(TimeProvider.System, output, error).RunAsync(new(CertsTask.Revoke, null, Kent, CertificateUse.Client, [], config, Json: false), Token);
    }
}
