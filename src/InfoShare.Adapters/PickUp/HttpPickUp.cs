using InfoShare.Adapters.Sending;
using InfoShare.Adapters.Translation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace InfoShare.Adapters.PickUp;

/// <summary>The HTTP side of one adapter, for systems that send instead of writing files.</summary>
public static class HttpPickUp
{
    private static readonly string[] JsonTypes = ["application/json", "application/cloudevents+json", "application/cloudevents-batch+json"];

    /// <summary>Maps <c>messages</c> under <c>/agencies/&lt;participant&gt;</c>; returns the group, for endpoints of the adapter's own.</summary>
    public static RouteGroupBuilder MapAgency(this IEndpointRouteBuilder routes, AgencyAdapter adapter)
    {
        var group = routes.MapGroup($"/agencies/{adapter.Participant}").WithTags(adapter.Participant);
        group.MapPost("/messages", (HttpRequest request, CancellationToken cancellationToken) => PostAsync(adapter, request, cancellationToken))
            .WithName($"{adapter.Participant}-send")
            .WithSummary("Hands in messages in the canonical JSON.")
            .WithDescription("A CloudEvents message or a list of them. All are taken or none. 202 says that they are on disk; each goes on to routing from there.")
            .Accepts<object>(JsonTypes[0], JsonTypes[1..])
            .Produces<Taken>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("/messages/{id}", (string id) => Get(adapter, id))
            .WithName($"{adapter.Participant}-state")
            .WithSummary("Says where a message stands on its way to routing.");
        return group;
    }

    /// <summary>Reads a body up to the limit; null when it is larger.</summary>
    public static async Task<byte[]?> ReadBodyAsync(HttpRequest request, int mostBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > mostBytes)
            return null;
        // The server's own limit may be lower.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = mostBytes + 1L;
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        try
        {
            while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (body.Length + read > mostBytes)
                    return null;
                body.Write(buffer, 0, read);
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null; // The server's own limit was met first.
        }

        return body.ToArray();
    }

    private static async Task<IResult> PostAsync(AgencyAdapter adapter, HttpRequest request, CancellationToken cancellationToken)
    {
        var mediaType = request.ContentType?.Split(';')[0].Trim();
        if (!JsonTypes.Contains(mediaType, StringComparer.OrdinalIgnoreCase))
            return TypedResults.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType, title: $"the content type must be one of {string.Join(", ", JsonTypes)}");
        if (await ReadBodyAsync(request, adapter.MostBytes, cancellationToken) is not { } body)
            return TypedResults.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, title: $"the body must not be larger than {adapter.MostBytes / (1024 * 1024)} MiB");

        return await adapter.AcceptAsync(new CanonicalTranslator(), body) switch
        {
            Acceptance.Accepted accepted => TypedResults.Accepted((string?)null, new Taken(accepted.Messages, accepted.About, accepted.NothingToSend)),
            Acceptance.Rejected rejected => Errors(StatusCodes.Status400BadRequest, "the request cannot be used; nothing of it was taken", rejected.Problems),
            Acceptance.Conflict conflict => Errors(StatusCodes.Status409Conflict, "an id was used before for other content; nothing of the request was taken", conflict.Problems),
            _ => TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: "the messages cannot be saved now; try again later"),
        };
    }

    private static ProblemHttpResult Errors(int status, string title, IReadOnlyList<Problem> problems) =>
        TypedResults.Problem(new ProblemDetails { Status = status, Title = title, Extensions = { ["errors"] = problems } });

    private static Results<Ok<SentMessage>, NotFound> Get(AgencyAdapter adapter, string id) =>
        adapter.Find(id) is { } message ? TypedResults.Ok(message) : TypedResults.NotFound();
}

/// <summary>Answer to messages that were taken.</summary>
/// <param name="Messages">Their ids, under which they can be asked for.</param>
/// <param name="About">Of each, in the same order: <c>about</c> of every delivery and answer that has to do with it.</param>
/// <param name="NothingToSend">How many were known already.</param>
public sealed record Taken(IReadOnlyList<string> Messages, IReadOnlyList<string> About, int NothingToSend);
