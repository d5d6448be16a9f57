using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using InfoShare.Console.Security;
using InfoShare.Console.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace InfoShare.Console.Flow;

/// <summary>Streams the counts of the flow picture. It ends by itself, so that whoever lost the right to look drops out; browsers come back.</summary>
internal static class FlowEndpoint
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static void MapFlow(this IEndpointRouteBuilder app) => app.MapGet("/flow/counts", (
        string? area, string? type, string? within, FlowWatch watch, HttpContext context, IHostApplicationLifetime life) =>
        TypedResults.ServerSentEvents(Counts(watch, new FlowFilter(area, type, within), CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping))))
        .RequireAuthorization(Permissions.SeeFlow).WithMetadata(new NotAPage());

    private static async IAsyncEnumerable<SseItem<FlowCounts>> Counts(FlowWatch watch, FlowFilter filter, CancellationTokenSource source, [EnumeratorCancellation] CancellationToken _ = default)
    {
        using var ending = source;
        ending.CancelAfter(Longest);
        FlowPicture? shown = null;
        while (!ending.IsCancellationRequested)
        {
            if (await watch.SoonAsync(ending.Token) is { } picture && !ReferenceEquals(picture, shown))
            {
                yield return new(new(picture.At.Clock(), filter.CountsOf(picture)), "counts") { ReconnectionInterval = TimeSpan.FromSeconds(2) };
                shown = picture;
            }

            await Task.Delay(Every, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

/// <summary>The counts, each under the name of its place in the picture.</summary>
/// <param name="At">The time on the clock in England.</param>
internal sealed record FlowCounts(string At, IReadOnlyDictionary<string, long> Counts);
