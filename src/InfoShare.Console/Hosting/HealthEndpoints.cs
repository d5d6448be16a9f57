using InfoShare.Vault;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace InfoShare.Console.Hosting;

/// <summary>Whether the console runs, and whether it can do its work: reach the records.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => "alive").AllowAnonymous();
        app.MapGet("/health/ready", async (ConsoleContext console, CancellationToken cancellationToken) => await ReachesRecordsAsync(console, cancellationToken)
            ? Results.Text("ready")
            : Results.Text("console: the records do not answer", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
    }

    private static async Task<bool> ReachesRecordsAsync(ConsoleContext console, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // Whatever is wrong with the records, the answer is no.
        try
        {
            return await Task.Run(() => console.Store.Read(scope => scope.First<long>("select 1")), cancellationToken).WaitAsync(Patience, cancellationToken) == 1;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
#pragma warning restore CA1031
    }
}
