using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using InfoShare.Checker.History;
using InfoShare.Faults.Product;

namespace InfoShare.Faults.Load;

/// <summary>Hands in by HTTP, as an agency's system does: again and again until the adapter says that it is saved.</summary>
internal sealed class HttpWay(IProduct product, Journal journal, Clock clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Tries until it is saved or refused for good; false when it was not saved.</summary>
    public async Task<bool> HandInAsync(Message message, byte[] body, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var (outcome, isFinal) = await TryAsync(message, body);
            if (isFinal)
                return outcome is Outcome.Ok;
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }

    public void Dispose() => http.Dispose();

    private async Task<(Outcome Outcome, bool IsFinal)> TryAsync(Message message, byte[] body)
    {
        journal.Invoke(message, new(clock.Now, Outcome.Invoke, message.Marker, "http"));
        var (status, id) = await PostAsync(message.Sender, body);
        var outcome = status switch
        {
            HttpStatusCode.Accepted => Outcome.Ok,
            null => Outcome.Unknown,
            _ => Outcome.Fail,
        };
        journal.Note(new(clock.Now, outcome, message.Marker, "http", id));
        return (outcome, status is not (null or NotThere or HttpStatusCode.ServiceUnavailable));
    }

    // Nobody listened: nothing was sent.
    private const HttpStatusCode NotThere = 0;

    private async Task<(HttpStatusCode? Status, string? MessageId)> PostAsync(string participant, byte[] body)
    {
        if (product.AddressOf(participant) is not { } address)
            return (NotThere, null);
        try
        {
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var answer = await http.PostAsync(new Uri(address, $"agencies/{participant}/messages"), content);
            return (answer.StatusCode, answer.StatusCode is HttpStatusCode.Accepted ? IdIn(await answer.Content.ReadAsStringAsync()) : null);
        }
        catch (HttpRequestException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
        {
            return (NotThere, null);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return (null, null);
        }
    }

    private static string? IdIn(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.GetProperty("messages").EnumerateArray().Select(id => id.GetString()).FirstOrDefault();
    }
}
