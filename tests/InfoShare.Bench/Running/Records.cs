using Npgsql;

namespace InfoShare.Bench.Running;

/// <summary>Counts in routing's store: what is measured is what is on record there.</summary>
internal sealed class Records(string connection) : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connection);

    /// <summary>Deliveries of messages whose recipients' receipt is stored.</summary>
    public Task<long> ReceivedAsync() => CountAsync("select count(*) from delivery where received_at is not null");

    /// <summary>Deliveries that are in their recipient's system.</summary>
    public Task<long> HandedOverAsync() => CountAsync("select count(*) from delivery where handed_over_at is not null");

    /// <summary>Deliveries that may leave.</summary>
    public Task<long> DecidedAsync() => CountAsync("select count(*) from delivery where state = 'decided'");

    /// <summary>Waits until a count is reached.</summary>
    /// <exception cref="BenchException">It was not, for too long.</exception>
    public static async Task UntilAsync(Func<Task<long>> count, long wanted, TimeSpan limit, string what)
    {
        using var stop = new CancellationTokenSource(limit);
        long reached;
        while ((reached = await count()) < wanted)
        {
            if (stop.IsCancellationRequested)
                throw new BenchException($"{what}: {reached} of {wanted} after {limit}");
            await Task.Delay(Look);
        }
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task<long> CountAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
