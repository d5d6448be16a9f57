using System.Globalization;

namespace InfoShare.Bench.Formats;

/// <summary>The most memory that this process has had, looked at often.</summary>
internal sealed class OwnMemory : IAsyncDisposable
{
    private const double Mebibyte = 1024 * 1024;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);
    private readonly CancellationTokenSource stop = new();
    private readonly Task watching;
    private double peak;
    private double peakHeap;

    public OwnMemory() => watching = Task.Run(WatchAsync);

    /// <summary>MiB of its own in memory: without pages of files, which the system takes back when it needs them.</summary>
    public double PeakMebibytes => Math.Round(peak, 1);

    /// <summary>MiB of objects.</summary>
    public double PeakHeapMebibytes => Math.Round(peakHeap, 1);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await watching;
        stop.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            (peak, peakHeap) = (Math.Max(peak, Resident()), Math.Max(peakHeap, GC.GetTotalMemory(forceFullCollection: false) / Mebibyte));
            await Task.Delay(Between, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static double Resident() => File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith("RssAnon:", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024)
        .Single();
}
