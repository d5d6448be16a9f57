using System.Collections.Concurrent;
using System.Globalization;

namespace InfoShare.Bench.Running;

/// <summary>What each process takes: the most memory, and how long it has a core. A server of many processes counts as one, shared pages once.</summary>
internal sealed class ProcessWatch : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, int> processes = new();
    private readonly ConcurrentDictionary<string, double> peaks = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Task watching;

    public ProcessWatch() => watching = Task.Run(WatchAsync);

    /// <summary>MiB by name.</summary>
    public IReadOnlyDictionary<string, double> PeakMebibytes => new SortedDictionary<string, double>(peaks);

    /// <summary>How long each has had a core so far, by name. Says something on a busy machine, too.</summary>
    public IReadOnlyDictionary<string, TimeSpan> ProcessorTime => processes.ToDictionary(one => one.Key, one => TimeOf(one.Value));

    /// <summary>Watches the process, and those that it has started, under a name.</summary>
    public void Add(string name, int pid) => processes[name] = pid;

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
            foreach (var (name, pid) in processes)
                peaks.AddOrUpdate(name, MebibytesOf(pid), (_, most) => Math.Max(most, MebibytesOf(pid)));
            await Task.Delay(Between, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private double MebibytesOf(int pid) => Math.Round(ChildrenOf(pid).Prepend(pid).Sum(Kibibytes) / 1024.0, 1);

    /// <summary>Its own, its children's, and that of the children which have ended.</summary>
    private TimeSpan TimeOf(int pid) => TicksOf(pid, withEnded: true) + ChildrenOf(pid).Select(child => TicksOf(child, withEnded: false)).Aggregate(TimeSpan.Zero, (sum, one) => sum + one);

    /// <summary>Hundredths of a second. Source: proc(5), <c>/proc/pid/stat</c>, fields 14 to 17.</summary>
    private static TimeSpan TicksOf(int pid, bool withEnded) => Lines($"/proc/{pid}/stat") is [var line, ..]
        ? TimeSpan.FromMilliseconds(10 * line[(line.LastIndexOf(')') + 2)..].Split(' ').Skip(11).Take(withEnded ? 4 : 2).Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)))
        : TimeSpan.Zero;

    /// <summary>Less those that are watched themselves.</summary>
    private IEnumerable<int> ChildrenOf(int pid) => Lines($"/proc/{pid}/task/{pid}/children")
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(child => int.Parse(child, CultureInfo.InvariantCulture)).Except(processes.Values);

    /// <summary>Proportional: of a page that n processes share, an nth.</summary>
    private static long Kibibytes(int pid) => Lines($"/proc/{pid}/smaps_rollup").Where(line => line.StartsWith("Pss:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)).FirstOrDefault();

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // It has ended.
        }
    }
}
