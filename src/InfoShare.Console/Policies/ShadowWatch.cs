using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InfoShare.Console.Policies;

/// <summary>Follows what routing decides with the candidate that is in shadow, if one is.</summary>
public sealed partial class ShadowWatch(ShadowDesk desk, ILogger<ShadowWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenPages = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var found = 0;
#pragma warning disable CA1031 // What fails is tried again, from where it was.
            try
            {
                found = await Task.Run(desk.FollowAsync, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(e.GetType().Name);
            }
#pragma warning restore CA1031
            await Task.Delay(found > 0 ? BetweenPages : Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "the shadow could not be followed ({Error}); it is tried again")]
    private partial void LogFailed(string error);
}
