namespace InfoShare.Bench.Load;

/// <summary>How long each of many requests took, in milliseconds.</summary>
internal sealed class Latencies(IEnumerable<double> milliseconds)
{
    private readonly double[] sorted = [.. milliseconds.Order()];

    public int Count => sorted.Length;

    /// <summary>The time within which so many per cent were answered.</summary>
    public double Percentile(double percent) => sorted.Length == 0 ? 0 : sorted[(int)Math.Ceiling(percent / 100 * sorted.Length) - 1];
}
