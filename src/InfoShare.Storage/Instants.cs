namespace InfoShare.Storage;

/// <summary>Times as the store keeps them: Unix microseconds, UTC.</summary>
public static class Instants
{
    /// <summary>To microseconds.</summary>
    public static long ToMicroseconds(this DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>From microseconds.</summary>
    public static DateTimeOffset FromMicroseconds(long value) => DateTimeOffset.UnixEpoch.AddTicks(value * TimeSpan.TicksPerMicrosecond);
}
