using InfoShare.Vault;

namespace InfoShare.Storage.Failures;

/// <summary>Reads and writes retries as such; their deliveries are in <see cref="RetryItemTable"/>.</summary>
public static class RetryTable
{
    public static void Add(this WriteScope scope, RetryRow retry) => scope.Execute("""
        insert into retry (retry_id, failure_group, state, per_minute, stop_after, released, forgiven, by, at)
        values (@RetryId, @FailureGroup, @State, @PerMinute, @StopAfter, @Released, @Forgiven, @By, @At)
        """, retry);

    public static RetryRow? FindRetry(this ReadScope scope, string retryId) => scope.First<RetryRow>("select * from retry where retry_id = @retryId", new { retryId });

    /// <summary>Those of a group, the latest first.</summary>
    public static IReadOnlyList<RetryRow> RetriesOf(this ReadScope scope, string group, int most) =>
        scope.Query<RetryRow>($"select * from retry where failure_group = @group order by at desc, retry_id limit {most}", new { group });

    /// <summary>Those of which not every outcome is known, the oldest first.</summary>
    public static IReadOnlyList<RetryRow> OpenRetries(this ReadScope scope) => scope.Query<RetryRow>("select * from retry where ended_at is null order by at, retry_id");

    /// <summary>What has changed of it.</summary>
    public static void Save(this WriteScope scope, RetryRow retry) => scope.Execute(
        "update retry set state = @State, released = @Released, forgiven = @Forgiven, ended_at = @EndedAt where retry_id = @RetryId", retry);

    /// <summary>How many deliveries of a group were sent again from a time on, by any retry.</summary>
    public static long CountSentAgain(this ReadScope scope, string group, long since) => scope.First<long>("""
        select count(*) from retry r join retry_item i on i.retry_id = r.retry_id where r.failure_group = @group and i.again_at >= @since
        """, new { group, since });
}
