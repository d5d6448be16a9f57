using InfoShare.Cli.Hosting;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Cli.Demo;

/// <summary>Whether everything that was fed has come to rest.</summary>
internal static class Settling
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until it has, or the time is up; false then.</summary>
    public static async Task<bool> WaitAsync(RunningHost host, TimeSpan limit, Action<string> progress, CancellationToken stop)
    {
        var began = TimeProvider.System.GetTimestamp();
        var quiet = 0;
        while (TimeProvider.System.GetElapsedTime(began) < limit)
        {
            var moving = Moving(host);
            // Some times in a row: between two steps nothing may be in sight for a moment.
            quiet = moving == 0 ? quiet + 1 : 0;
            if (quiet >= 3)
                return true;
            progress($"{moving} under way");
            await Task.Delay(Look, stop);
        }

        return false;
    }

    /// <summary>Files not picked up, messages without receipt, deliveries not settled.</summary>
    public static int Moving(RunningHost host) =>
        host.Adapters.Select(a => a.Status()).Sum(s => s.FilesPending + s.Waiting)
        + host.Routing!.Store.Read(scope => scope.AllDeliveries()).Count(d => !DeliveryStates.Settled.Contains(d.Shown) || d.Recall is "pending" or "sent");
}
