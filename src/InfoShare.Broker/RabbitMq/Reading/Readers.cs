using System.Collections.Concurrent;

namespace InfoShare.Broker.RabbitMq.Reading;

/// <summary>The readers that run now, for the health of their link.</summary>
internal sealed class Readers
{
    private readonly ConcurrentDictionary<QueueReader, bool> running = [];

    public IEnumerable<LinkHealth> Healths => running.Keys.Select(r => r.Health);

    public async Task RunAsync(QueueReader reader, CancellationToken cancellationToken)
    {
        running[reader] = true;
        try
        {
            await reader.RunAsync(cancellationToken);
        }
        finally
        {
            running.TryRemove(reader, out _);
        }
    }
}
