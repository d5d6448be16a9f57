using System.Net;
using System.Text.Json;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Emergency;
using InfoShare.Storage;

namespace InfoShare.Cli.Emergencies;

/// <summary>Asks the router that runs on this machine.</summary>
internal static class EmergencyCall
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Its answer; where there is none, why.</summary>
    /// <exception cref="Vault.KeysMissingException">The keys are not there.</exception>
    public static async Task<EmergencyAnswer> AskAsync<T>(Settings settings, string path, T asked, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(asked, WireJson.Options);
        using var http = new HttpClient { Timeout = Limit };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{Settings.Listen}:{settings.Port}{path}") { Content = new ByteArrayContent(body) };
        request.Headers.Add(EmergencyProof.Header, EmergencyProof.Of(RoutingStore.OperatorsOf(StoreOpening.KeysFolder(settings)), path, body));
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => JsonSerializer.Deserialize<EmergencyAnswer>(await answer.Content.ReadAsStreamAsync(cancellationToken), WireJson.Options)!,
                HttpStatusCode.Unauthorized => new($"what answers on port {settings.Port} has other keys than {StoreOpening.KeysFolder(settings)}"),
                HttpStatusCode.NotFound => new($"what answers on port {settings.Port} is no router"),
                HttpStatusCode.ServiceUnavailable => new("the store cannot be written now; ask again"),
                var other => new($"the router on port {settings.Port} answered {(int)other}"),
            };
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new($"nothing answers on port {settings.Port} of {Settings.Listen}; emergency access needs a router that runs here (--port)");
        }
    }
}
