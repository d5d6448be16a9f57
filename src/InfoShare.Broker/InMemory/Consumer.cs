namespace InfoShare.Broker.InMemory;

/// <summary>Takes messages off a queue and has them handled, a number of them at once, until cancelled.</summary>
internal static class Consumer
{
    /// <summary>Returns once it is cancelled and everything it took is settled.</summary>
    public static async Task RunAsync(
        MessageQueue queue, int atOnce, Func<QueuedMessage, CancellationToken, Task<Settlement>> handle, CancellationToken cancellationToken)
    {
        using var slots = new SemaphoreSlim(atOnce);
        while (!cancellationToken.IsCancellationRequested)
        {
            await slots.WaitAsync(CancellationToken.None);
            if (await queue.TakeAsync(cancellationToken) is not { } message)
            {
                slots.Release();
                break;
            }

            _ = HandleAsync(queue, message, handle, slots, cancellationToken);
        }

        for (var slot = 0; slot < atOnce; slot++)
            await slots.WaitAsync(CancellationToken.None);
    }

    private static async Task HandleAsync(
        MessageQueue queue, QueuedMessage message, Func<QueuedMessage, CancellationToken, Task<Settlement>> handle,
        SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        // Off the taking loop, so that a handler that never awaits does not make the others wait.
        await Task.Yield();
        try
        {
            queue.Settle(message, await handle(message, cancellationToken));
        }
#pragma warning disable CA1031 // A handler that fails has not dealt with the message, whatever it threw.
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            queue.Abandon(message);
        }
        catch (Exception)
        {
            queue.Settle(message, Settlement.Requeue);
        }
#pragma warning restore CA1031
        finally
        {
            slots.Release();
        }
    }
}
