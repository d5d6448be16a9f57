using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InfoShare.Console.Flow;

/// <summary>
/// Keeps the flow picture up to date, so that pages show it at once however much has flowed. It rests ten times as long as a look takes,
/// so that a store under load has little of it; each picture says of when it is.
/// </summary>
public sealed partial class FlowWatch(ConsoleContext console, ILogger<FlowWatch> log) : BackgroundService
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private const int RestsTimes = 10;

    private readonly SemaphoreSlim looking = new(1);
    private volatile FlowPicture? latest;

    /// <summary>The latest picture; the first one is waited for.</summary>
    public async Task<FlowPicture> LatestAsync(CancellationToken cancellationToken) => latest ?? await LookAsync(onlyFirst: true, cancellationToken);

    public override void Dispose()
    {
        looking.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = console.Clock.GetTimestamp();
#pragma warning disable CA1031 // A look that fails is tried again; the page says of when its picture is.
            try
            {
                await LookAsync(onlyFirst: false, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(e.GetType().Name);
            }
#pragma warning restore CA1031
            var rest = console.Clock.GetElapsedTime(began) * RestsTimes;
            await Task.Delay(rest > Least ? rest : Least, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<FlowPicture> LookAsync(bool onlyFirst, CancellationToken cancellationToken)
    {
        await looking.WaitAsync(cancellationToken);
        try
        {
            if (onlyFirst && latest is { } already)
                return already;
            var broker = await console.Broker.LookAsync(cancellationToken);
            return latest = await Task.Run(() => console.Store.Read(scope => FlowReading.Read(console, scope, broker, console.Now)), cancellationToken);
        }
        finally
        {
            looking.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "the flow could not be looked at ({Error}); it is tried again")]
    private partial void LogFailed(string error);
}
