using InfoShare.Vault;

namespace InfoShare.Storage.Alerts;

/// <summary>Reads and writes alerts. There are few: one for each participant, queue or certificate and kind at the most.</summary>
public static class AlertTable
{
    /// <summary>All that stand, and those that ended lately.</summary>
    public static IReadOnlyList<AlertRow> Alerts(this ReadScope scope) => scope.Query<AlertRow>("select * from alert order by since, key");

    public static AlertRow? FindAlert(this ReadScope scope, string key) => scope.First<AlertRow>("select * from alert where key = @key", new { key });

    /// <summary>What the channels last told of each.</summary>
    public static IReadOnlyList<AlertTold> AlertsTold(this ReadScope scope) => scope.Query<AlertTold>("select * from alert_told order by channel, key");

    public static IReadOnlyList<AlertChannelRow> AlertChannels(this ReadScope scope) => scope.Query<AlertChannelRow>("select * from alert_channel order by channel");

    public static void Save(this WriteScope scope, AlertRow alert) => scope.Execute("""
        insert into alert (key, kind, subject, count, level, urgent, since, worse_at, gone_at, acknowledged_by, acknowledged_at)
        values (@Key, @Kind, @Subject, @Count, @Level, @Urgent, @Since, @WorseAt, @GoneAt, @AcknowledgedBy, @AcknowledgedAt)
        on conflict (key) do update set count = excluded.count, level = excluded.level, urgent = excluded.urgent, since = excluded.since, worse_at = excluded.worse_at,
            gone_at = excluded.gone_at, acknowledged_by = excluded.acknowledged_by, acknowledged_at = excluded.acknowledged_at
        """, alert);

    public static void Save(this WriteScope scope, AlertTold told) => scope.Execute("""
        insert into alert_told (key, channel, at, since, level, ended) values (@Key, @Channel, @At, @Since, @Level, @Ended)
        on conflict (key, channel) do update set at = excluded.at, since = excluded.since, level = excluded.level, ended = excluded.ended
        """, told);

    public static void Save(this WriteScope scope, AlertChannelRow channel) => scope.Execute("""
        insert into alert_channel (channel, sent_at, failures, failing_since, failed_at, problem, next_at)
        values (@Channel, @SentAt, @Failures, @FailingSince, @FailedAt, @Problem, @NextAt)
        on conflict (channel) do update set sent_at = excluded.sent_at, failures = excluded.failures, failing_since = excluded.failing_since,
            failed_at = excluded.failed_at, problem = excluded.problem, next_at = excluded.next_at
        """, channel);

    /// <summary>Forgets those that were gone before.</summary>
    public static void ForgetAlerts(this WriteScope scope, long before)
    {
        scope.Execute("delete from alert_told where key in (select key from alert where gone_at < @before)", new { before });
        scope.Execute("delete from alert where gone_at < @before", new { before });
    }

    /// <summary>Takes or keeps a duty that only one process has at a time, until then. False: another has it.</summary>
    public static bool TakeDuty(this WriteScope scope, string duty, string holder, long now, long until) => scope.Execute("""
        insert into alert_duty (duty, holder, until) values (@duty, @holder, @until)
        on conflict (duty) do update set holder = excluded.holder, until = excluded.until where alert_duty.holder = excluded.holder or alert_duty.until <= @now
        """, new { duty, holder, now, until }) == 1;
}
