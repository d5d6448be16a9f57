using InfoShare.Adapters.Running;
using InfoShare.Broker;

namespace InfoShare.Adapters.Sending;

/// <summary>One way into the broker, ordinary or urgent. While the broker does not take messages, it is tried with one at a time, less and less often.</summary>
internal sealed class Lane
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private long failures;
    private DateTimeOffset pausedUntil;

    /// <summary>Whether the broker took the last message.</summary>
    public bool Open => Interlocked.Read(ref failures) == 0;

    /// <summary>How many messages may be sent now.</summary>
    public int Room(DateTimeOffset now) => now < pausedUntil ? 0 : Open ? MostAtOnce : 1;

    public void Note(IEnumerable<PublishOutcome> outcomes, DateTimeOffset now)
    {
        if (outcomes.All(o => o == PublishOutcome.Confirmed))
        {
            Interlocked.Exchange(ref failures, 0);
            return;
        }

        var tries = Interlocked.Increment(ref failures);
        pausedUntil = now + Backoff.After(tries, FirstPause, LongestPause);
    }
}
