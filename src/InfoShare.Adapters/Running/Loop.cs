using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.Running;

/// <summary>Repeats a step until cancelled. A step that fails is logged and tried again; the other loops go on.</summary>
internal static class Loop
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(
        string name, Func<CancellationToken, Task> step, TimeSpan pause, WakeUp? early, TimeProvider clock, ILogger log, CancellationToken cancellationToken)
    {
        using var never = new WakeUp();
        while (!cancellationToken.IsCancellationRequested)
        {
            var failed = false;
            try
            {
                await step(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever went wrong, the loop goes on.
            catch (Exception e)
            {
                // The kind of error only: its text may repeat a file's name or content.
                log.LogError("{Loop} failed: {Error}", name, e.GetType().Name);
                failed = true;
            }
#pragma warning restore CA1031

            if (failed)
                await never.WaitAsync(AfterFailure, clock, cancellationToken);
            else
                await (early ?? never).WaitAsync(pause, clock, cancellationToken);
        }
    }
}
