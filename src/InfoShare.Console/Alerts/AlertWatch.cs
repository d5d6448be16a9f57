using InfoShare.Console.Flow;
using InfoShare.Storage;
using InfoShare.Storage.Alerts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InfoShare.Console.Alerts;

/// <summary>Looks for what somebody must know of, and has it told. Of several consoles one has that duty; another takes it over within a minute.</summary>
public sealed partial class AlertWatch(ConsoleContext console, HearingWatch hearing, AlertDesk desk, ILogger<AlertWatch> log) : BackgroundService
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Duty = TimeSpan.FromMinutes(1);
    private const int RestsTimes = 10;

    private readonly string holder = Guid.NewGuid().ToString("N");
    private DateTimeOffset? lastRound;

    /// <summary>Why nobody would be told; null: at least one channel works.</summary>
    public string? Silence()
    {
#pragma warning disable CA1031 // Whatever is wrong with the records: nobody would be told.
        try
        {
            return ChannelState.Silence(desk.Channels, console.Store.Read(scope => scope.AlertChannels()), lastRound, console.Now);
        }
        catch (Exception e)
        {
            return $"the records cannot be read ({e.GetType().Name})";
        }
#pragma warning restore CA1031
    }

    /// <summary>One look, and what is to be told by it.</summary>
    internal async Task LookAsync(HearingPicture picture, CancellationToken cancellationToken)
    {
        var now = console.Now;
        var facts = await Task.Run(() => console.Store.Read(scope => RecordFacts.Read(scope, desk.Settings, now)), cancellationToken);
        var ours = await console.Store.WriteAsync(scope =>
        {
            AlertSignals.Stand(scope.Alerts(), now);
            if (!scope.TakeDuty("alerts", holder, now.ToMicroseconds(), (now + Duty).ToMicroseconds()))
                return false;
            foreach (var alert in AlertLedger.Changes(scope.Alerts(), Conditions.Of(picture, facts, desk.Settings, now), now))
                scope.Save(alert);
            scope.ForgetAlerts((now - AlertLedger.Kept).ToMicroseconds());
            return true;
        });
        if (ours)
            await desk.TellAsync(cancellationToken);
        lastRound = console.Now;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = console.Clock.GetTimestamp();
#pragma warning disable CA1031 // A look that fails is tried again; /health/alerting says when none has worked.
            try
            {
                await LookAsync(await hearing.LatestAsync(stoppingToken), stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(e.GetType().Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }
#pragma warning restore CA1031
            var rest = console.Clock.GetElapsedTime(began) * RestsTimes;
            await Task.Delay(rest < Least ? Least : rest > Most ? Most : rest, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "it could not be looked for what is to be told ({Error}); it is tried again")]
    private partial void LogFailed(string error);
}
