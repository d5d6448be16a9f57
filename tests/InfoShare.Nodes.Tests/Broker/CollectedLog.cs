using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace InfoShare.Nodes.Tests.Broker;

/// <summary>Keeps the lines.</summary>
public sealed class CollectedLog : ILogger
{
    private readonly ConcurrentQueue<string> lines = [];

    public IReadOnlyCollection<string> Lines => lines;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{TimeProvider.System.GetUtcNow():mm:ss.f} {formatter(state, exception)}");
}
