using System.Diagnostics;

namespace InfoShare.Faults.Load;

/// <summary>Seconds since the start, which never go back.</summary>
internal sealed class Clock
{
    private readonly long began = Stopwatch.GetTimestamp();

    public double Now => Stopwatch.GetElapsedTime(began).TotalSeconds;
}
