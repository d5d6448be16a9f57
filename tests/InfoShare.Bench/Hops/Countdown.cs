using System.Diagnostics;

namespace InfoShare.Bench.Hops;

/// <summary>Counts so many events, and knows how long they took from the first to the last.</summary>
internal sealed class Countdown(int events)
{
    private readonly TaskCompletionSource<double> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long first;
    private int seen;

    /// <summary>Events per second, once all have happened.</summary>
    public Task<double> PerSecond => done.Task;

    public void Count()
    {
        var nth = Interlocked.Increment(ref seen);
        if (nth == 1)
            Interlocked.Exchange(ref first, Stopwatch.GetTimestamp());
        if (nth == events)
            done.TrySetResult((events - 1) / Stopwatch.GetElapsedTime(Interlocked.Read(ref first)).TotalSeconds);
    }
}
