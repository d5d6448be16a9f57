using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InfoShare.Console.Flow;

/// <summary>
/// Keeps a picture of the records up to date, so that pages show it at once however much has flowed. It rests ten times as long as a look takes,
/// so that a store under load has little of it; each picture says of when it is. Pages never look by themselves: however many are asked for, there is one look at a time.
/// </summary>
public abstract partial class Watch<TPicture>(ConsoleContext console, ILogger log) : BackgroundService
    where TPicture : class
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private const int RestsTimes = 10;

    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TPicture? latest;

    protected ConsoleContext Console { get; } = console;

    /// <summary>The latest picture; the first one is waited for.</summary>
    public async Task<TPicture> LatestAsync(CancellationToken cancellationToken)
    {
        await first.Task.WaitAsync(cancellationToken);
        return latest!;
    }

    /// <summary>The latest picture; null where the first one takes longer than a page may: ask again.</summary>
    public async Task<TPicture?> SoonAsync(CancellationToken cancellationToken)
    {
        if (latest is null)
            await Task.WhenAny(first.Task, Task.Delay(Patience, Console.Clock, cancellationToken));
        return latest;
    }

    /// <summary>One look, however long it takes.</summary>
    protected abstract Task<TPicture> LookAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = Console.Clock.GetTimestamp();
#pragma warning disable CA1031 // A look that fails is tried again; the page says of when its picture is.
            try
            {
                latest = await LookAsync(stoppingToken);
                first.TrySetResult();
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(typeof(TPicture).Name, e.GetType().Name, (e.InnerException ?? e).GetType().Name);
            }
#pragma warning restore CA1031
            var rest = Console.Clock.GetElapsedTime(began) * RestsTimes;
            await Task.Delay(rest > Least ? rest : Least, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Picture} could not be made ({Error}: {Cause}); it is tried again")]
    private partial void LogFailed(string picture, string error, string cause);
}
