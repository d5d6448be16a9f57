using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using InfoShare.Adapters.PickUp;
using InfoShare.Console.Inboxes;
using InfoShare.Contracts.Wire;

namespace InfoShare.Cli.Consoles;

/// <summary>The doors of adapters that run as processes of their own: their HTTP pick-up, as an agency's system uses it.</summary>
internal sealed class AdapterOverHttp(IReadOnlyDictionary<string, Uri> addresses) : IAgencyDoor, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ClosedDoor closed = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };

    public string? WhyNot(string participant) => addresses.ContainsKey(participant) ? null : closed.WhyNot(participant);

    public async Task<HandedIn> HandInAsync(string participant, ReadOnlyMemory<byte> messages)
    {
        if (!addresses.TryGetValue(participant, out var address))
            return await closed.HandInAsync(participant, messages);
        try
        {
            using var content = new ReadOnlyMemoryContent(messages);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await http.PostAsync(new Uri(address, $"agencies/{participant}/messages"), content);
            return Said(answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or JsonException)
        {
            // If it was taken all the same, sending it again changes nothing.
            return new HandedIn.NotNow();
        }
    }

    public void Dispose() => http.Dispose();

    private static HandedIn Said(HttpStatusCode status, string body) => status switch
    {
        HttpStatusCode.Accepted when Read<Taken>(body) is { Messages: [_, ..] saved } => new HandedIn.Saved(saved),
        HttpStatusCode.Accepted or HttpStatusCode.Conflict => new HandedIn.Before(),
        HttpStatusCode.BadRequest when Read<Refusal>(body) is { Errors: { Count: > 0 } problems } => new HandedIn.Refused([.. problems.Select(problem => new FieldProblem(problem.Field, problem.What))]),
        _ => new HandedIn.NotNow(),
    };

    private static T? Read<T>(string body) => JsonSerializer.Deserialize<T>(body, JsonSerializerOptions.Web);

    private sealed record Refusal(IReadOnlyList<Problem>? Errors);
}
