using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InfoShare.Adapters;
using InfoShare.Adapters.HandOver;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Tests.Adapters;
using Microsoft.AspNetCore.Builder;

namespace InfoShare.Tests.HandOver;

/// <summary>Where systems on other machines fetch: by HTTPS alone, with a token, and nothing but deliveries.</summary>
public sealed class PullHostTests : IAsyncLifetime
{
    private const string Token = "a token of the tests, long enough";

    private readonly TemporaryFolder folder = new();
    private readonly AgencyUnderTest agency = new();
    private readonly AgencyUnderTest other = new();
    private WebApplication host = null!;
    private X509Certificate2 certificate = null!;

    private Uri Address => new(host.Urls.Single());

    public async ValueTask InitializeAsync()
    {
        agency.Settings = agency.Settings with { HandOver = new HandOverSettings.Pull(Secret.Of(Token)) };
        other.Settings = other.Settings with { Participant = "police-suffolk" };
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        certificate = new CertificateRequest("CN=pull", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var (pem, pemOfKey) = (Path.Combine(folder.Path, "pull.pem"), Path.Combine(folder.Path, "pull.key"));
        await File.WriteAllTextAsync(pem, certificate.ExportCertificatePem(), AgencyUnderTest.Token);
        await File.WriteAllTextAsync(pemOfKey, key.ExportPkcs8PrivateKeyPem(), AgencyUnderTest.Token);
        host = PullHost.Build(new() { Listen = "127.0.0.1", Port = 0, Certificate = pem, Key = pemOfKey }, [agency.Adapter, other.Adapter], Serilog.Core.Logger.None)!;
        await host.StartAsync(AgencyUnderTest.Token);
    }

    [Fact]
    public async Task A_delivery_is_fetched_and_acknowledged_over_TLS()
    {
        await agency.ReceiveAsync(Arrivals.Delivery());
        using var client = Client(Token);

        Assert.Contains("seen hungry", await client.GetStringAsync(FetchingSystem.Path + "/d1", AgencyUnderTest.Token), StringComparison.Ordinal);
        for (var times = 0; times < 2; times++)
        {
            using var acknowledged = await client.PutAsync(FetchingSystem.Path + "/d1/acknowledged", null, AgencyUnderTest.Token);
            Assert.Equal(HttpStatusCode.NoContent, acknowledged.StatusCode);
        }

        Assert.Equal(1, agency.Adapter.Status().Inbox["handed-over"]);
    }

    [Fact]
    public async Task Without_TLS_nothing_is_answered()
    {
        using var client = new HttpClient { BaseAddress = new UriBuilder(Address) { Scheme = "http" }.Uri };

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(FetchingSystem.Path, AgencyUnderTest.Token));
    }

    [Theory]
    [InlineData("/", HttpStatusCode.NotFound)]
    [InlineData("/status", HttpStatusCode.NotFound)]
    [InlineData("/openapi/v1.json", HttpStatusCode.NotFound)]
    [InlineData("/agencies/education-cumberland/messages", HttpStatusCode.NotFound)]
    [InlineData("/agencies/police-suffolk/deliveries", HttpStatusCode.NotFound)]
    public async Task Nothing_else_is_there(string path, HttpStatusCode expected)
    {
        using var client = Client(Token);
        using var answer = await client.GetAsync(path, AgencyUnderTest.Token);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Without_the_token_nothing_is_told()
    {
        using var client = Client("another token, just as long as it");
        using var answer = await client.GetAsync(FetchingSystem.Path, AgencyUnderTest.Token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public void A_certificate_that_cannot_be_read_stops_the_start() => Assert.Throws<CannotStartException>(() => PullHost.Build(
        new() { Listen = "127.0.0.1", Certificate = Path.Combine(folder.Path, "none.pem"), Key = Path.Combine(folder.Path, "pull.key") }, [], Serilog.Core.Logger.None));

    [Fact]
    public void Where_no_address_is_given_there_is_none() => Assert.Null(PullHost.Build(new(), [agency.Adapter], Serilog.Core.Logger.None));

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await agency.DisposeAsync();
        await other.DisposeAsync();
        certificate.Dispose();
        folder.Dispose();
    }

    /// <summary>Trusts the one certificate and no other.</summary>
    private HttpClient Client(string token)
    {
        var client = new HttpClient(new HttpClientHandler
        {
            SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown is not null && shown.RawData.AsSpan().SequenceEqual(certificate.RawData),
        })
        {
            BaseAddress = Address,
        };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
