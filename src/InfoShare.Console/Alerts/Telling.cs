using InfoShare.Clocks;
using InfoShare.Storage;
using InfoShare.Storage.Alerts;

namespace InfoShare.Console.Alerts;

/// <summary>What a channel has to tell of an alert.</summary>
public enum News
{
    /// <summary>It has begun.</summary>
    Began = 1,

    /// <summary>It is worse than it was when it was told.</summary>
    Worse,

    /// <summary>It stands still, a day later.</summary>
    Still,

    /// <summary>It has ended.</summary>
    Ended,
}

/// <summary>One thing to tell.</summary>
public sealed record Told(AlertRow Alert, News News);

/// <summary>What a channel has not told yet. Pure: what it has told is on record, so neither a restart nor a second console tells it twice.</summary>
public static class Telling
{
    /// <summary>What comes within so long goes together.</summary>
    public static readonly TimeSpan Gathered = TimeSpan.FromMinutes(1);

    /// <summary>What stands is told again so often.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromHours(24);

    /// <summary>What is to be told now, together; empty: nothing, or what there is waits for more to go with it.</summary>
    public static IReadOnlyList<Told> Due(IReadOnlyList<AlertRow> alerts, IReadOnlyList<AlertTold> told, string channel, QuietHours? quiet, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        var before = told.Where(one => one.Channel == channel).ToDictionary(one => one.Key);
        var hush = quiet?.Contains(TimeOnly.FromDateTime(London.Of(now).DateTime)) == true;
        // A channel cannot tell of its own failure.
        var due = alerts.Where(alert => !(alert.Kind == AlertKinds.ChannelFails && alert.Subject == channel) && (alert.Urgent == 1 || !hush))
            .Select(alert => (Alert: alert, Due: NewsOf(alert, before.GetValueOrDefault(alert.Key), now)))
            .Where(one => one.Due is not null).Select(one => (one.Alert, one.Due!.Value.News, one.Due.Value.At)).ToList();
        return due.Any(one => one.At + Gathered <= now)
            ? [.. due.OrderByDescending(one => one.Alert.Urgent).ThenBy(one => one.News).ThenBy(one => one.Alert.Since).Select(one => new Told(one.Alert, one.News))]
            : [];
    }

    /// <summary>As it is on record once it is told.</summary>
    public static AlertTold Record(Told one, string channel, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new() { Key = one.Alert.Key, Channel = channel, At = now.ToMicroseconds(), Since = one.Alert.Since, Level = one.Alert.Level, Ended = one.News is News.Ended ? 1 : 0 };
    }

    /// <summary>What there is to tell, and from when on.</summary>
    private static (News News, DateTimeOffset At)? NewsOf(AlertRow alert, AlertTold? told, DateTimeOffset now)
    {
        var known = told is not null && told.Since == alert.Since ? told : null;
        if (alert.EndedAt(now) is { } ended)
            return known is { Ended: 0 } ? (News.Ended, ended) : null;
        // What may be over is not told of until it is seen again.
        return alert.GoneAt is not null ? null
            : known is null ? (News.Began, Instants.FromMicroseconds(alert.Since))
            : alert.Level > known.Level ? (News.Worse, Instants.FromMicroseconds(alert.WorseAt))
            : Instants.FromMicroseconds(known.At) + Again is var again && again <= now ? (News.Still, again - Gathered) : null;
    }
}
