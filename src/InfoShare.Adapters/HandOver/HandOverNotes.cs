using InfoShare.Adapters.Arrival;
using InfoShare.Adapters.Running;
using InfoShare.Vault;

namespace InfoShare.Adapters.HandOver;

/// <summary>Writes down what came of handing over. A notice of a recall is between the adapter and its system: routing is not told of it.</summary>
internal static class HandOverNotes
{
    private const string NotYet = "state in ('received', 'staged', 'offered', 'failed')";

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>From now on the system may see it. False when it was recalled meanwhile.</summary>
    public static bool Offered(WriteScope write, InboxRow row, DateTimeOffset now) => write.Execute(
        $"update inbox set state = 'offered', changedAt = @at where id = @Id and {NotYet}", new { row.Id, at = now.ToUnixTimeMilliseconds() }) > 0;

    /// <summary>The system has it. Nothing is noted where it was recalled meanwhile: the system is told of that next.</summary>
    /// <param name="name">Under which name: of its file, or as the way calls it.</param>
    public static void HandedOver(WriteScope write, InboxRow row, string name, DateTimeOffset now)
    {
        HandOverSignals.HandedOver(row, now);
        write.Execute(
            $"update inbox set state = 'handed-over', fileName = @name, changedAt = @at, handedOverAt = @at, told = case when kind = 'recall' then 'handed-over' else told end where id = @Id and {NotYet}",
            new { row.Id, name, at = now.ToUnixTimeMilliseconds() });
    }

    /// <summary>It will never be handed over: a later word was there first.</summary>
    public static void Superseded(WriteScope write, InboxRow row, DateTimeOffset now) => write.Execute(
        $"update inbox set state = 'superseded', changedAt = @at where id = @Id and {NotYet}", new { row.Id, at = now.ToUnixTimeMilliseconds() });

    /// <summary>It did not work, and is tried again, later and later.</summary>
    /// <param name="earliest">Not before this has passed; null: no such wish.</param>
    public static void TryAgain(WriteScope write, InboxRow row, TimeSpan? earliest, DateTimeOffset now)
    {
        var attempts = row.Attempts + 1;
        var pause = Backoff.After(attempts, FirstPause, LongestPause);
        write.Execute(
            $"update inbox set attempts = @attempts, dueAt = @due where id = @Id and {NotYet}",
            new { row.Id, attempts, due = (now + (earliest > pause ? earliest.Value : pause)).ToUnixTimeMilliseconds() });
    }

    /// <summary>The system will not have it: routing is told. It is still tried, now and then, and then routing hears of that.</summary>
    public static void Failed(WriteScope write, InboxRow row, TimeSpan pause, DateTimeOffset now) => write.Execute(
        $"update inbox set state = 'failed', attempts = @attempts, changedAt = @at, dueAt = @due, told = case when kind = 'recall' then 'failed' else told end where id = @Id and (state = 'handed-over' or {NotYet})",
        new { row.Id, attempts = row.Attempts + 1, at = now.ToUnixTimeMilliseconds(), due = (now + pause).ToUnixTimeMilliseconds() });
}
