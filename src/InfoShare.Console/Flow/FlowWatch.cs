using Microsoft.Extensions.Logging;

namespace InfoShare.Console.Flow;

/// <summary>Keeps the counts of what flowed within 31 days.</summary>
public sealed class FlowWatch(ConsoleContext console, ILogger<FlowWatch> log) : Watch<FlowPicture>(console, log)
{
    protected override Task<FlowPicture> LookAsync(CancellationToken cancellationToken) =>
        Task.Run(() => Console.Store.Survey(scope => FlowReading.Read(scope, Console.Now)), cancellationToken);
}
