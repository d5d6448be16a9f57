namespace InfoShare.Adapters.Running;

/// <summary>How long to wait before the next try.</summary>
internal static class Backoff
{
    /// <summary><paramref name="first"/>, doubled for each try after the first, up to <paramref name="most"/>.</summary>
    public static TimeSpan After(long tries, TimeSpan first, TimeSpan most)
    {
        var doublings = (int)Math.Clamp(tries - 1, 0, 30);
        return first < most / (1L << doublings) ? first * (1L << doublings) : most;
    }
}
