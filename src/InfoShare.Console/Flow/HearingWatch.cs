using Microsoft.Extensions.Logging;

namespace InfoShare.Console.Flow;

/// <summary>Keeps an eye on who is not hearing us. Apart from the counts of what flowed, which take longer the more that was.</summary>
public sealed class HearingWatch(ConsoleContext console, ILogger<HearingWatch> log) : Watch<HearingPicture>(console, log)
{
    protected override async Task<HearingPicture> LookAsync(CancellationToken cancellationToken)
    {
        var broker = await Console.Broker.LookAsync(cancellationToken);
        return await Task.Run(() => Console.Store.Survey(scope => HearingReading.Read(Console, scope, broker, Console.Now)), cancellationToken);
    }
}
