using System.Globalization;
using InfoShare.Adapters.HandOver.Push;
using InfoShare.Vault;

namespace InfoShare.Adapters.HandOver.Webhook;

/// <summary>Posts each file to one address. docs/operating.md says what its reader has to know.</summary>
internal sealed class WebhookChannel(HandOverSettings.Webhook settings, TimeProvider clock) : IPushChannel
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        // Another address would be another recipient.
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Limit,
    };

    /// <inheritdoc/>
    public async Task<PushOutcome> PushAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        try
        {
            using var request = RequestFor(parcel);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.IsSuccessStatusCode ? new PushOutcome.Taken(parcel.File.Name) : Answers.Unsuccessful(answer, clock.GetUtcNow());
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return Answers.Silence(e);
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage RequestFor(Parcel parcel)
    {
        var (content, at) = (parcel.File.File.Content, clock.GetUtcNow().ToUnixTimeSeconds());
        var id = FileNames.Safe(parcel.Id);
        var request = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new(parcel.File.MediaType);
        request.Headers.Add("Idempotency-Key", id);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", at.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(settings.Key.Bytes, id, at, content));
        request.Headers.Add("InfoShare-Kind", parcel.Kind);
        return request;
    }
}
