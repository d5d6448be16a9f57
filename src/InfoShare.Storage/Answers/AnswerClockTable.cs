using InfoShare.Vault;

namespace InfoShare.Storage.Answers;

/// <summary>Reads and writes what recipients owe.</summary>
public static class AnswerClockTable
{
    private const string Open = "answered_at is null and closed_at is null";

    /// <summary>Starts a clock; one that runs goes on, for the later delivery.</summary>
    public static void Start(this WriteScope scope, AnswerClockRow clock) => scope.Later("""
        insert into answer_clock (sender, about, organisation, role, clock, owed, delivery_id, started_at, warn_at, late_from)
        values (@Sender, @About, @Organisation, @Role, @Clock, @Owed, @DeliveryId, @StartedAt, @WarnAt, @LateFrom)
        on conflict (about, organisation, role, clock, sender) do update set delivery_id = excluded.delivery_id
        """, clock);

    /// <summary>What is owed has come, from this recipient about this concern.</summary>
    public static void Answered(this WriteScope scope, string sender, string about, string organisation, string role, string[] owed, long now) => scope.Later($"""
        update answer_clock set answered_at = @now where sender = @sender and about = @about and organisation = @organisation and role = @role and owed in @owed and {Open}
        """, new { sender, about, organisation, role, owed, now });

    /// <summary>Nothing is owed any more about this concern.</summary>
    public static void CloseClocks(this WriteScope scope, string sender, string about, long now) => scope.Later(
        $"update answer_clock set closed_at = @now where sender = @sender and about = @about and {Open}", new { sender, about, now });

    /// <summary>This recipient owes nothing any more about this concern.</summary>
    public static void CloseClocks(this WriteScope scope, string sender, string about, string organisation, string role, long now) => scope.Later($"""
        update answer_clock set closed_at = @now where sender = @sender and about = @about and organisation = @organisation and role = @role and {Open}
        """, new { sender, about, organisation, role, now });

    /// <summary>Those whose recipients are to be reminded now.</summary>
    public static IReadOnlyList<AnswerClockRow> ToWarn(this ReadScope scope, long now, int most) => scope.Query<AnswerClockRow>(
        $"select * from answer_clock where {Open} and warned_at is null and warn_at <= @now order by warn_at limit @most", new { now, most });

    /// <summary>Those that are late, and nobody was told.</summary>
    public static IReadOnlyList<AnswerClockRow> ToTellLate(this ReadScope scope, long now, int most) => scope.Query<AnswerClockRow>(
        $"select * from answer_clock where {Open} and late_told_at is null and late_from <= @now order by late_from limit @most", new { now, most });

    public static void MarkWarned(this WriteScope scope, AnswerClockRow clock, long now) => Mark(scope, clock, "warned_at", now);

    public static void MarkLateTold(this WriteScope scope, AnswerClockRow clock, long now) => Mark(scope, clock, "late_told_at", now);

    /// <summary>All that started from a time on, the latest first.</summary>
    public static IReadOnlyList<AnswerClockRow> AnswerClocks(this ReadScope scope, long since, int most) => scope.Query<AnswerClockRow>(
        "select * from answer_clock where started_at >= @since order by started_at desc, about, organisation, role, clock limit @most", new { since, most });

    /// <summary>All that is or was owed about one concern.</summary>
    public static IReadOnlyList<AnswerClockRow> ClocksAbout(this ReadScope scope, string sender, string about) => scope.Query<AnswerClockRow>(
        "select * from answer_clock where sender = @sender and about = @about order by organisation, role, clock", new { sender, about });

    private static void Mark(WriteScope scope, AnswerClockRow clock, string column, long now) => scope.Later($"""
        update answer_clock set {column} = @now where sender = @Sender and about = @About and organisation = @Organisation and role = @Role and clock = @Clock
        """, new { clock.Sender, clock.About, clock.Organisation, clock.Role, clock.Clock, now });
}
