using InfoShare.Storage.Failures;

namespace InfoShare.Routing.Failures;

/// <summary>How a retry begins.</summary>
/// <param name="PerMinute">How many are sent again in a minute at the most.</param>
/// <param name="StopAfter">It stops by itself after so many have failed again.</param>
/// <param name="By">Who begins it.</param>
public sealed record RetryStart(FailureGroup Group, int PerMinute, int StopAfter, string By);

/// <summary>How far a retry may go. Pure.</summary>
public static class RetryRules
{
    /// <summary>One retry takes so many deliveries at the most; what is left comes with the next.</summary>
    public const int Most = 10_000;

    /// <summary>So many of a group may be sent again within <see cref="Lately"/> on one person's word.</summary>
    public const int OnOneWord = 10;

    /// <summary>The fastest: what a recipient's adapter takes without others having to wait.</summary>
    public const int MostPerMinute = 600;

    public const int MostFailures = 100;

    /// <summary>For how long what was sent again on one person's word counts.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    private const int RoundsPerMinute = 12;

    /// <summary>What is wrong with how it is to begin; null: nothing is.</summary>
    public static string? ProblemOf(int perMinute, int stopAfter) => perMinute is < 1 or > MostPerMinute ? $"Send from 1 to {MostPerMinute} again in a minute"
        : stopAfter is < 1 or > MostFailures ? $"Stop after 1 to {MostFailures} failures" : null;

    /// <summary>Whether another person must approve that so many have been sent again.</summary>
    /// <param name="lately">Of the group, by any retry within <see cref="Lately"/>.</param>
    /// <param name="more">How many would be sent again besides.</param>
    public static bool NeedsApproval(long lately, long more) => lately + more > OnOneWord;

    /// <summary>How many may be sent again in this round: as many as were released, no faster than its rate, and not all of a minute at once.</summary>
    /// <param name="sent">Sent again so far.</param>
    /// <param name="lastMinute">Of these, within the last minute.</param>
    public static int RoomFor(RetryRow retry, long sent, long lastMinute)
    {
        ArgumentNullException.ThrowIfNull(retry);
        var slice = (retry.PerMinute + RoundsPerMinute - 1) / RoundsPerMinute;
        return (int)Math.Max(0, Math.Min(retry.Released - sent, Math.Min(slice, retry.PerMinute - lastMinute)));
    }

    /// <summary>Whether too many have failed again.</summary>
    public static bool MustStop(RetryRow retry, long failedAgain)
    {
        ArgumentNullException.ThrowIfNull(retry);
        return failedAgain - retry.Forgiven >= retry.StopAfter;
    }
}
