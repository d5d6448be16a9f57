using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace InfoShare.Adapters.HandOver.Pull;

/// <summary>List, get and acknowledge, for a system that fetches what is shared with it.</summary>
public static class PullEndpoints
{
    private const int Usual = 100;
    private const int Most = 1000;
    private const string Scheme = "Bearer ";

    /// <summary>Maps <c>/agencies/&lt;participant&gt;/deliveries</c>, where the adapter's system fetches; nothing where it does not.</summary>
    public static void MapDeliveries(this IEndpointRouteBuilder routes, AgencyAdapter adapter)
    {
        if (adapter.Pulled is not var (inbox, token))
            return;
        var name = adapter.Participant;
        var group = routes.MapGroup($"/agencies/{name}/deliveries").WithTags(name)
            .AddEndpointFilter((context, next) => IsAllowed(context.HttpContext, token) ? next(context) : ValueTask.FromResult<object?>(Unauthorized(context.HttpContext)));
        group.MapGet("", (long? after, int? limit) => List(inbox, after ?? 0, Math.Clamp(limit ?? Usual, 1, Most)))
            .WithName($"{name}-waiting").WithSummary("Lists what waits to be fetched, in the order of arrival. Of a child one at a time, besides what is urgent.");
        group.MapGet("/{id}", (string id, CancellationToken cancellationToken) => GetAsync(inbox, id, cancellationToken))
            .WithName($"{name}-fetch").WithSummary("Gives one file, in the form that the system loads.");
        group.MapPut("/{id}/acknowledged", (string id) => AcknowledgeAsync(inbox, id))
            .WithName($"{name}-acknowledge").WithSummary("Says that the system has it. It is not listed again.");
    }

    private static bool IsAllowed(HttpContext http, Secret token) =>
        http.Request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && token.Is(header[Scheme.Length..].Trim());

    private static ProblemHttpResult Unauthorized(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "the token is missing or wrong");
    }

    private static Ok<WaitingDeliveries> List(PullHandOver inbox, long after, int limit)
    {
        var rows = inbox.List(after, limit);
        return TypedResults.Ok(new WaitingDeliveries(
            [.. rows.Select(row => new WaitingDelivery(row.Id, row.Kind, row.Urgent == 1, DateTimeOffset.FromUnixTimeMilliseconds(row.ReceivedAt)))],
            rows.Count == limit ? rows[^1].Arrived : null));
    }

    private static async Task<IResult> GetAsync(PullHandOver inbox, string id, CancellationToken cancellationToken) =>
        await inbox.FetchAsync(id, cancellationToken) is { } file
            ? TypedResults.Bytes(file.File.Content, file.MediaType, file.Name)
            : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "there is no such delivery, or it is not to be used any more");

    private static async Task<IResult> AcknowledgeAsync(PullHandOver inbox, string id) => await inbox.AcknowledgeAsync(id)
        ? TypedResults.NoContent()
        : TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, title: "it was not fetched before");
}

/// <summary>A page of what waits.</summary>
/// <param name="Deliveries">In the order of arrival.</param>
/// <param name="Next">Give it as <c>after</c> for the next page; null when there is none.</param>
public sealed record WaitingDeliveries(IReadOnlyList<WaitingDelivery> Deliveries, long? Next);

/// <summary>One that waits.</summary>
/// <param name="Id">Under which to fetch it; of a delivery the delivery id.</param>
/// <param name="Kind"><c>delivery</c>; <c>withheld</c>: what of the agency's own was not shared; <c>recall</c>: that a delivery is to be put out of use.</param>
/// <param name="Urgent">It waits for no other.</param>
/// <param name="ArrivedAt">When it arrived, UTC.</param>
public sealed record WaitingDelivery(string Id, string Kind, bool Urgent, DateTimeOffset ArrivedAt);
