using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InfoShare.Console.Flow;

/// <summary>
/// Keeps a picture of the records up to date, so that pages show it at once however much has flowed. It rests ten times as long as a look takes,
/// so that a store under load has little of it; each picture says of when it is.
/// </summary>
public abstract partial class Watch<TPicture>(ConsoleContext console, ILogger log) : BackgroundService
    where TPicture : class
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private const int RestsTimes = 10;

    private readonly SemaphoreSlim looking = new(1);
    private volatile TPicture? latest;

    protected ConsoleContext Console { get; } = console;

    /// <summary>The latest picture; the first one is waited for.</summary>
    public async Task<TPicture> LatestAsync(CancellationToken cancellationToken) => latest ?? await FirstAsync(cancellationToken);

    /// <summary>The latest picture; null where the first one takes longer than a page may: ask again.</summary>
    public async Task<TPicture?> SoonAsync(CancellationToken cancellationToken)
    {
        if (latest is { } already)
            return already;
        var first = FirstAsync(CancellationToken.None);
        await Task.WhenAny(first, Task.Delay(Patience, Console.Clock, cancellationToken));
        return first.IsCompleted ? await first : latest;
    }

    public override void Dispose()
    {
        looking.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
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
                await OneByOneAsync(onlyFirst: false, stoppingToken);
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

    private Task<TPicture> FirstAsync(CancellationToken cancellationToken) => OneByOneAsync(onlyFirst: true, cancellationToken);

    private async Task<TPicture> OneByOneAsync(bool onlyFirst, CancellationToken cancellationToken)
    {
        await looking.WaitAsync(cancellationToken);
        try
        {
            return onlyFirst && latest is { } already ? already : latest = await LookAsync(cancellationToken);
        }
        finally
        {
            looking.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Picture} could not be made ({Error}: {Cause}); it is tried again")]
    private partial void LogFailed(string picture, string error, string cause);
}
