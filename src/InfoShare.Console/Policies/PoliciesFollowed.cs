using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InfoShare.Console.Policies;

/// <summary>Keeps the sets in force as the pages know them those by which the routers decide, also where this process routes nothing.</summary>
public sealed partial class PoliciesFollowed(ConsoleContext console, ILogger<PoliciesFollowed> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
#pragma warning disable CA1031 // A look that fails is tried again.
            try
            {
                // Where this process routes, routing takes them: it keeps each set before it decides by it.
                if (!console.Routes)
                    await Task.Run(() => console.Store.Read(scope => { console.InForce.Follow(scope); return true; }), stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(e.GetType().Name);
            }
#pragma warning restore CA1031
            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "the sets in force could not be looked for ({Error}); it is tried again")]
    private partial void LogFailed(string error);
}
