using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace InfoShare.Tests.HandOver;

/// <summary>A message of the exchange.</summary>
internal sealed record MeshMessage(string Id, IReadOnlyDictionary<string, string> Headers, byte[] Body, bool Compressed = false)
{
    public bool Acknowledged { get; set; }
}

/// <summary>A double of the NHS's message exchange: mailboxes, authorization, chunks, reports and errors as its sandbox has them.</summary>
internal sealed class MeshExchange : IAsyncDisposable
{
    public const string SharedKey = "a shared key of the tests";
    public const string Password = "a password of the tests";

    private const int PageOfInbox = 10;
    private const int ErrorStatus = StatusCodes.Status417ExpectationFailed;

    private readonly Dictionary<string, List<MeshMessage>> mailboxes = [];
    private readonly HashSet<string> nonces = [];
    private WebApplication? server;
    private int sent;

    /// <summary>Bytes of a chunk of what is downloaded.</summary>
    public int ChunkBytes { get; set; } = int.MaxValue;

    /// <summary>Answered instead of taking a message; null: it is taken.</summary>
    public int? Refuses { get; set; }

    /// <summary>Messages and chunks that were downloaded.</summary>
    public int Downloads { get; private set; }

    /// <summary>Calls that were refused as not authorised.</summary>
    public int Unauthorised { get; private set; }

    public Uri Address => new(server!.Address(), "/messageexchange");

    public List<MeshMessage> Mailbox(string id) => mailboxes.TryGetValue(id, out var messages) ? messages : mailboxes[id] = [];

    public async Task StartAsync() => server = await LocalServer.StartAsync(app =>
    {
        var box = app.MapGroup("/messageexchange/{mailbox}").AddEndpointFilter(async (context, next) =>
            IsAllowed(context.HttpContext) ? await next(context) : Results.StatusCode(StatusCodes.Status403Forbidden));
        box.MapPost("", (HttpRequest request) => Results.StatusCode(
            request.Headers.ContainsKey("mex-ClientVersion") && request.Headers.ContainsKey("mex-OSName") && request.Headers.ContainsKey("mex-OSVersion")
                ? StatusCodes.Status200OK
                : StatusCodes.Status400BadRequest));
        box.MapGet("/inbox", List);
        box.MapGet("/inbox/{id}", (HttpContext http, string mailbox, string id) => Download(http, mailbox, id, 1));
        box.MapGet("/inbox/{id}/{chunk:int}", Download);
        box.MapPut("/inbox/{id}/status/acknowledged", Acknowledge);
        box.MapPost("/outbox", Take);
    });

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    public static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionMode.Compress))
            gzip.Write(content);
        return compressed.ToArray();
    }

    /// <summary>The second version of the answer only where it is asked for.</summary>
    private IResult List(HttpRequest request, string mailbox)
    {
        var waiting = Mailbox(mailbox).Where(m => !m.Acknowledged).Select(m => m.Id).ToList();
        return request.Headers.Accept == "application/vnd.mesh.v2+json"
            ? Results.Json(new { messages = waiting.Take(PageOfInbox), links = new { self = $"{request.Path}" }, approx_inbox_count = waiting.Count })
            : Results.Json(new { messages = waiting.Take(PageOfInbox) });
    }

    private IResult Acknowledge(string mailbox, string id)
    {
        if (Mailbox(mailbox).Find(m => m.Id == id) is not { } message)
            return Error("20", "no such message");
        message.Acknowledged = true;
        return Results.Ok();
    }

    private IResult Download(HttpContext http, string mailbox, string id, int chunk)
    {
        if (Mailbox(mailbox).Find(m => m.Id == id) is not { } message)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        if (message.Acknowledged)
            return Results.StatusCode(StatusCodes.Status410Gone);
        Downloads++;
        foreach (var (name, value) in message.Headers)
            http.Response.Headers[name] = value;
        var chunks = Math.Max(1, (int)Math.Ceiling(message.Body.Length / (double)ChunkBytes));
        http.Response.Headers["mex-Chunk-Range"] = $"{chunk}:{chunks}";
        http.Response.Headers["mex-Total-Chunks"] = $"{chunks}";
        http.Response.Headers["mex-MessageID"] = id;
        if (message.Compressed)
            http.Response.Headers.ContentEncoding = "gzip";
        http.Response.StatusCode = chunk < chunks ? StatusCodes.Status206PartialContent : StatusCodes.Status200OK;
        var start = (int)Math.Min((long)(chunk - 1) * ChunkBytes, message.Body.Length);
        return new RawBody(message.Body[start..Math.Min(message.Body.Length, ChunkBytes == int.MaxValue ? message.Body.Length : start + ChunkBytes)]);
    }

    private async Task<IResult> Take(HttpRequest request, string mailbox)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (Refuses is { } status)
            return Results.StatusCode(status);
        if (body.Length == 0 || !request.Headers.TryGetValue("mex-WorkflowID", out _))
            return Error("06", "malformed");
        if (!request.Headers.TryGetValue("mex-To", out var to) || !mailboxes.TryGetValue(to.ToString(), out var recipient))
            return Error("12", "unregistered recipient");
        var headers = request.Headers.Where(h => h.Key.StartsWith("mex-", StringComparison.OrdinalIgnoreCase)).ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        headers["mex-From"] = mailbox;
        var message = new MeshMessage($"2026112009000{Interlocked.Increment(ref sent)}_ABC", headers, body.ToArray());
        lock (recipient)
            recipient.Add(message);
        return request.Headers.Accept == "application/vnd.mesh.v2+json"
            ? Results.Json(new { message_id = message.Id }, statusCode: StatusCodes.Status202Accepted)
            : Results.Json(new { messageID = message.Id }, statusCode: StatusCodes.Status202Accepted);
    }

    private static IResult Error(string code, string text) =>
        Results.Json(new { message_id = "", detail = new[] { new { @event = "SEND", code, msg = text } } }, statusCode: ErrorStatus);

    private bool IsAllowed(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var parts = header.StartsWith("NHSMESH ", StringComparison.Ordinal) ? header["NHSMESH ".Length..].Split(':') : [];
        lock (nonces)
        {
            if (parts is [var mailbox, var nonce, var count, var time, var hash]
                && mailbox == http.GetRouteValue("mailbox") as string && !mailbox.Any(char.IsAsciiLetterLower)
                && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out _) && time.Length == "yyyyMMddHHmm".Length
                && hash == Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(SharedKey), Encoding.ASCII.GetBytes($"{mailbox}:{nonce}:{count}:{Password}:{time}")))
                && nonces.Add(nonce))
                return true;
            Unauthorised++;
            return false;
        }
    }

    /// <summary>Bytes under the status and headers that are set.</summary>
    private sealed class RawBody(byte[] bytes) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => httpContext.Response.Body.WriteAsync(bytes).AsTask();
    }
}
