using System.Net;
using System.Text.Json;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Storage;

namespace InfoShare.Cli.Desks;

/// <summary>Asks the router that runs on this machine.</summary>
internal static class DeskCall
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Its answer; where there is none, why.</summary>
    /// <exception cref="Vault.KeysMissingException">The keys are not there.</exception>
    public static async Task<TAnswer> AskAsync<TAsked, TAnswer>(
        Settings settings, string path, TAsked asked, Func<string, TAnswer> problem, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(asked, WireJson.Options);
        using var http = new HttpClient { Timeout = Limit };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{Settings.Listen}:{settings.Port}{path}") { Content = new ByteArrayContent(body) };
        request.Headers.Add(DeskProof.Header, DeskProof.Of(RoutingStore.OperatorsOf(StoreOpening.KeysFolder(settings)), path, body));
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => JsonSerializer.Deserialize<TAnswer>(await answer.Content.ReadAsStreamAsync(cancellationToken), WireJson.Options)!,
                HttpStatusCode.Unauthorized => problem($"what answers on port {settings.Port} has other keys than {StoreOpening.KeysFolder(settings)}"),
                HttpStatusCode.NotFound => problem($"what answers on port {settings.Port} is no router"),
                HttpStatusCode.ServiceUnavailable => problem("the store cannot be written now; ask again"),
                var other => problem($"the router on port {settings.Port} answered {(int)other}"),
            };
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return problem($"nothing answers on port {settings.Port} of {Settings.Listen}; this needs a router that runs here (--port)");
        }
    }
}
