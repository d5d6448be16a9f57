using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace InfoShare.Adapters.Mesh;

/// <summary>One mailbox of MESH over HTTP, in the second version of its API.</summary>
internal sealed class MeshClient : IDisposable
{
    private const string Version2 = "application/vnd.mesh.v2+json";

    /// <summary>Of all but a message, which is not held in memory.</summary>
    private const int MostBytesOfAnswer = 1024 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly MeshSettings settings;
    private readonly TimeProvider clock;
    private readonly HttpClient http;
    private readonly string mailbox;

    public MeshClient(MeshSettings settings, TimeProvider clock)
    {
        (this.settings, this.clock) = (settings, clock);
        mailbox = $"{settings.Url.AbsoluteUri.TrimEnd('/')}/{settings.Mailbox}";
        http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            SslOptions = Tls(settings),
        })
        {
            Timeout = Limit,
            MaxResponseContentBufferSize = MostBytesOfAnswer,
        };
    }

    /// <summary>Tells the exchange that we are there and who we are.</summary>
    public async Task HandshakeAsync(CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, "");
        request.Headers.Add("mex-ClientVersion", "InfoShare");
        request.Headers.Add("mex-OSName", Environment.OSVersion.Platform.ToString());
        request.Headers.Add("mex-OSVersion", Environment.OSVersion.Version.ToString());
        using var answer = await http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The ids of what is in the inbox, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> InboxAsync(CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, "/inbox?max_results=500");
        using var answer = await http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<InboxPage>(cancellationToken))?.Messages ?? [];
    }

    /// <summary>One message, or its first chunk; null when it is gone.</summary>
    public async Task<MeshChunk?> DownloadAsync(string id, int chunk, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, $"/inbox/{Uri.EscapeDataString(id)}{(chunk == 1 ? "" : $"/{chunk.ToString(CultureInfo.InvariantCulture)}")}");
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            answer.Dispose();
            return null;
        }

        answer.EnsureSuccessStatusCode();
        return new(answer);
    }

    /// <summary>Takes it out of the inbox. Can be repeated.</summary>
    public async Task AcknowledgeAsync(string id, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Put, $"/inbox/{Uri.EscapeDataString(id)}/status/acknowledged");
        using var answer = await http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Sends a file; the answer is the caller's to judge.</summary>
    /// <param name="headers">Such as <c>mex-To</c>.</param>
    public Task<HttpResponseMessage> SendAsync(byte[] content, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Post, "/outbox");
        request.Content = new ByteArrayContent(content);
        request.Content.Headers.ContentType = new("application/octet-stream");
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return http.SendAsync(request, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, mailbox + path);
        request.Headers.Add("Accept", Version2);
        request.Headers.Authorization = new(MeshAuthorization.Scheme, MeshAuthorization.Token(settings, Guid.NewGuid().ToString(), clock.GetUtcNow()));
        return request;
    }

    private static SslClientAuthenticationOptions Tls(MeshSettings settings)
    {
        var options = new SslClientAuthenticationOptions();
        if (settings.Certificate is { } certificate)
            options.ClientCertificates = [certificate];
        if (settings.Authority is { } authority)
        {
            options.CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.Add(authority);
        }

        return options;
    }

    private sealed record InboxPage(IReadOnlyList<string>? Messages);
}
