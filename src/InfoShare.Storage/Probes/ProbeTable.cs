using InfoShare.Vault;

namespace InfoShare.Storage.Probes;

/// <summary>The probes to one participant's adapter.</summary>
public sealed record ProbeRow
{
    private const int MissedAlarm = 3;

    public required string Participant { get; init; }

    /// <summary>Of the last that was sent, from 1.</summary>
    public long Number { get; init; }

    public long SentAt { get; init; }

    /// <summary>The number of the last that was answered; 0: none.</summary>
    public long Answered { get; init; }

    public long? AnsweredAt { get; init; }

    /// <summary>How long that one took there and back, microseconds.</summary>
    public long? Took { get; init; }

    /// <summary>Three in a row were missed, beside the one that is on its way.</summary>
    public bool IsAlarm => Number - 1 - Answered >= MissedAlarm;
}

/// <summary>Reads and writes probes.</summary>
public static class ProbeTable
{
    public static IReadOnlyList<ProbeRow> Probes(this ReadScope scope) => scope.Query<ProbeRow>("select * from probe order by participant");

    public static ProbeRow? FindProbe(this ReadScope scope, string participant) =>
        scope.First<ProbeRow>("select * from probe where participant = @participant", new { participant });

    /// <summary>Notes that the next one is sent, if the last was sent until then. Null: it is not time yet, or another router has just sent it.</summary>
    public static ProbeRow? NextProbe(this WriteScope scope, string participant, long now, long until) => scope.Execute("""
        insert into probe (participant, number, sent_at, answered) values (@participant, 1, @now, 0)
        on conflict (participant) do update set number = probe.number + 1, sent_at = excluded.sent_at where probe.sent_at <= @until
        """, new { participant, now, until }) == 1 ? scope.FindProbe(participant) : null;

    /// <summary>The last one was answered; an answer to it that comes again changes nothing.</summary>
    public static void ProbeAnswered(this WriteScope scope, string participant, long number, long now) => scope.Execute("""
        update probe set answered = @number, answered_at = @now, took = @now - sent_at where participant = @participant and number = @number and answered < @number
        """, new { participant, number, now });
}
