using System.Net;
using System.Text;
using InfoShare.Adapters;
using InfoShare.Adapters.HandOver;
using InfoShare.Tests.Adapters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace InfoShare.Tests.HandOver;

/// <summary>Takes what is posted to it, each key once, as the documentation tells its builder to.</summary>
internal sealed class WebhookSystem : IAgencySystem
{
    public static readonly Secret Key = Secret.Of("a key of the tests, long enough");

    private readonly Dictionary<string, Got> got = [];
    private WebApplication? server;

    public string StateBeforeTheNote => "offered";

    public IReadOnlyList<Got> Got => [.. got.Values];

    /// <summary>Every request, with its headers and its body.</summary>
    public List<(IReadOnlyDictionary<string, string> Headers, byte[] Body)> Requests { get; } = [];

    /// <summary>What it answers to a delivery.</summary>
    public Func<string, HttpStatusCode> Answer { get; set; } = _ => HttpStatusCode.NoContent;

    /// <summary>Its wish when it does not take something.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>Where its answer points to.</summary>
    public Uri? Location { get; set; }

    public async Task<HandOverSettings> StartAsync()
    {
        server = await LocalServer.StartAsync(app => app.MapPost("/take", TakeAsync));
        return new HandOverSettings.Webhook(new(server.Address(), "/take"), Key);
    }

    public Task TakeAsync(AgencyUnderTest agency) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var key = headers["Idempotency-Key"];
        lock (Requests)
        {
            Requests.Add((headers, body.ToArray()));
            var answer = Answer(key);
            http.Response.StatusCode = (int)answer;
            if (Location is not null)
                http.Response.Headers.Location = Location.AbsoluteUri;
            if (answer == HttpStatusCode.NoContent)
                got.TryAdd(key, new(key.Replace("recall-", "", StringComparison.Ordinal), headers["InfoShare-Kind"], Encoding.UTF8.GetString(body.ToArray())));
            else if (RetryAfter is not null)
                http.Response.Headers.RetryAfter = RetryAfter;
        }
    }
}
