using MassTransit;
using MassTransit.RabbitMqTransport;

namespace InfoShare.Broker.RabbitMq.Reading;

/// <summary>
/// The one channel of a bus. MassTransit 8.4.0, when it comes back after a lost connection, at times reads over two connections, of
/// which one gives back at once whatever comes to it, until the queue gives the message up. So it reads over the first and
/// no other: when that has ended, there is a new bus.
/// </summary>
internal sealed class OnlyChannel : IFilter<ChannelContext>
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ProvisionedChannel? current;
    private int uses;

    /// <summary>The channel that is read from; null before and after.</summary>
    public ProvisionedChannel? Current => current;

    /// <summary>Completes when nothing is read from it any more.</summary>
    public Task Ended => ended.Task;

    public async Task Send(ChannelContext context, IPipe<ChannelContext> next)
    {
        if (Interlocked.Increment(ref uses) > 1)
            return;
        current = new ProvisionedChannel(context);
        try
        {
            await next.Send(current);
        }
        finally
        {
            current = null;
            ended.TrySetResult();
        }
    }

    public void Probe(ProbeContext context)
    {
    }
}
