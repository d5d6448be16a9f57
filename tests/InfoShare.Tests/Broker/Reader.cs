using System.Threading.Channels;
using InfoShare.Broker;

namespace InfoShare.Tests.Broker;

/// <summary>Consumes in the background, acknowledges, and gives out what came.</summary>
public sealed class Reader : IAsyncDisposable
{
    private readonly Channel<(string, BrokerMessage)> came = Channel.CreateUnbounded<(string, BrokerMessage)>();
    private readonly CancellationTokenSource stop = new();
    private readonly Task consuming;

    public Reader(Func<Func<string, BrokerMessage, CancellationToken, Task<Settlement>>, CancellationToken, Task> consume) =>
        consuming = consume(
            async (participant, message, token) =>
            {
                await came.Writer.WriteAsync((participant, message), token);
                return Settlement.Acknowledge;
            },
            stop.Token);

    public Task<(string Participant, BrokerMessage Message)> NextAsync() => came.Reader.ReadAsync().AsTask().WaitAsync(BrokerContract.Patience)!;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await consuming;
        stop.Dispose();
    }
}
