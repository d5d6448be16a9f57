using InfoShare.Storage;
using InfoShare.Storage.Alerts;

namespace InfoShare.Console.Alerts;

/// <summary>How a way of telling works, from one try to the next. Pure.</summary>
public static class ChannelState
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);
    private const int MostDoubled = 6;

    /// <summary>After a try.</summary>
    /// <param name="problem">Null: it worked.</param>
    public static AlertChannelRow After(AlertChannelRow? before, string channel, string? problem, DateTimeOffset now)
    {
        before ??= new() { Channel = channel };
        var at = now.ToMicroseconds();
        return problem is null
            ? before with { SentAt = at, Failures = 0, FailingSince = null, NextAt = at }
            : before with
            {
                Failures = before.Failures + 1,
                FailingSince = before.FailingSince ?? at,
                FailedAt = at,
                Problem = problem,
                NextAt = (now + Wait(before.Failures)).ToMicroseconds(),
            };
    }

    /// <summary>30 seconds, then twice as long each time, up to half an hour.</summary>
    private static TimeSpan Wait(long failures)
    {
        var wait = FirstWait * (1 << (int)Math.Min(failures, MostDoubled));
        return wait < LongestWait ? wait : LongestWait;
    }

    /// <summary>Why nobody is told; null: at least one channel works.</summary>
    /// <param name="lastRound">When it was last looked for what is to be told; null: not yet.</param>
    public static string? Silence(IReadOnlyCollection<string> channels, IReadOnlyList<AlertChannelRow> rows, DateTimeOffset? lastRound, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(channels);
        var failing = rows.Where(row => row.FailingSince is not null && channels.Contains(row.Channel)).ToList();
        return channels.Count == 0 ? "no channel is set"
            : failing.Count == channels.Count ? string.Join("; ", failing.Select(row => $"{row.Channel} fails: {row.Problem}"))
            : !(now - lastRound < LongestRound) ? "nothing has looked for what is to be told"
            : null;
    }

    private static readonly TimeSpan LongestRound = TimeSpan.FromMinutes(5);
}
