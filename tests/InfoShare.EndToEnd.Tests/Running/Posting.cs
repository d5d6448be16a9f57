using System.Net;
using System.Net.Http.Headers;

namespace InfoShare.EndToEnd.Tests.Running;

/// <summary>Hands in by HTTP, as an agency's system does.</summary>
internal static class Posting
{
    /// <summary>Whether it was answered by 202. A broken connection is an answer too: it is not known to be saved.</summary>
    public static async Task<bool> IsSavedAsync(HttpClient http, Concern concern)
    {
        try
        {
            using var answer = await PostAsync(http, $"agencies/{concern.Sender}/messages", concern.ToJson());
            return answer.StatusCode == HttpStatusCode.Accepted;
        }
        catch (Exception e) when (e is HttpRequestException or ObjectDisposedException or TaskCanceledException or InvalidOperationException)
        {
            return false;
        }
    }

    public static async Task<HttpResponseMessage> PostAsync(HttpClient http, string path, byte[] content, string contentType = "application/json")
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        return await http.PostAsync(path, body, TestContext.Current.CancellationToken);
    }
}
