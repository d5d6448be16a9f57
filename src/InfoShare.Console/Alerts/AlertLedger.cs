using InfoShare.Storage;
using InfoShare.Storage.Alerts;

namespace InfoShare.Console.Alerts;

/// <summary>What stands, from one look to the next. Pure.</summary>
public static class AlertLedger
{
    /// <summary>What is not seen for so long has ended: what comes and goes is one alert, not many.</summary>
    public static readonly TimeSpan EndsAfter = TimeSpan.FromMinutes(2);

    /// <summary>Ended ones stay on the page for so long.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(31);

    /// <summary>When it ended; null: it stands.</summary>
    public static DateTimeOffset? EndedAt(this AlertRow alert, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return alert.GoneAt is { } gone && Instants.FromMicroseconds(gone) + EndsAfter <= now ? Instants.FromMicroseconds(gone) : null;
    }

    /// <summary>The alerts that are new or have changed.</summary>
    public static IReadOnlyList<AlertRow> Changes(IReadOnlyList<AlertRow> before, IReadOnlyList<Condition> seen, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(seen);
        var known = before.ToDictionary(alert => alert.Key);
        var keys = seen.Select(condition => condition.Key).ToHashSet();
        return
        [
            .. seen.Select(condition => (Before: known.GetValueOrDefault(condition.Key), After: After(known.GetValueOrDefault(condition.Key), condition, now)))
                .Where(one => one.Before != one.After).Select(one => one.After),
            .. before.Where(alert => alert.GoneAt is null && !keys.Contains(alert.Key)).Select(alert => alert with { GoneAt = now.ToMicroseconds() }),
        ];
    }

    private static AlertRow After(AlertRow? before, Condition condition, DateTimeOffset now)
    {
        var at = now.ToMicroseconds();
        return before is null || before.EndedAt(now) is not null
            ? new()
            {
                Key = condition.Key,
                Kind = condition.Kind,
                Subject = condition.Subject,
                Count = condition.Count,
                Level = condition.Level,
                Urgent = condition.Urgent ? 1 : 0,
                Since = at,
                WorseAt = at,
            }
            : before with
            {
                Count = condition.Count,
                Level = condition.Level,
                Urgent = condition.Urgent ? 1 : 0,
                WorseAt = condition.Level > before.Level ? at : before.WorseAt,
                GoneAt = null,
            };
    }
}
