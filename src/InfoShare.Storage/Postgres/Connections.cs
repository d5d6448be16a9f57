using Npgsql;

namespace InfoShare.Storage.Postgres;

/// <summary>
/// Connections that let go: whatever hangs, a router, the server or the network between them, ends in an error within seconds,
/// and nobody waits for a lock whose holder will not come back.
/// </summary>
internal static class Connections
{
    /// <summary>A router that stops within its turn loses it after this; the server ends its session.</summary>
    public static readonly TimeSpan IdleInTurn = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Every statement of routing finds its rows by an index, and is planned once for each connection: a plan that was made while the
    /// tables were nearly empty would otherwise read them to the end when they are full. Compiling would cost more than it saves.
    /// </summary>
    private const string ByIndex =
        " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c plan_cache_mode=force_generic_plan -c jit=off";

    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Statement = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Command = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Counting = TimeSpan.FromMinutes(3);

    /// <summary>For routing: every wait has an end.</summary>
    public static NpgsqlDataSource Open(string connectionString)
    {
        var settings = Common(connectionString);
        settings.CommandTimeout = (int)Command.TotalSeconds;
        settings.Options = $"{settings.Options} -c idle_in_transaction_session_timeout={Milliseconds(IdleInTurn)}"
            + $" -c lock_timeout={Milliseconds(LockWait)} -c statement_timeout={Milliseconds(Statement)}"
            + ByIndex + " -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 -c tcp_user_timeout=10000";
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>
    /// For counts that go through whole tables, beside routing: each is planned by itself, joins in memory of its own, and has one core at the most.
    /// </summary>
    public static NpgsqlDataSource OpenForSurveys(string connectionString)
    {
        var settings = Common(connectionString);
        settings.CommandTimeout = (int)(Counting + LockWait).TotalSeconds;
        settings.Pooling = false;
        settings.Options = $"{settings.Options} -c statement_timeout={Milliseconds(Counting)} -c lock_timeout={Milliseconds(LockWait)}"
            + " -c jit=off -c max_parallel_workers_per_gather=0 -c work_mem=64MB";
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>For work that may take long and holds no turn: changes of the schema, the verification of an audit.</summary>
    public static NpgsqlDataSource OpenPatient(string connectionString)
    {
        var settings = Common(connectionString);
        settings.CommandTimeout = 0;
        settings.Pooling = false;
        return NpgsqlDataSource.Create(settings);
    }

    private static NpgsqlConnectionStringBuilder Common(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "infoshare-routing",
            Timeout = 5,
            CancellationTimeout = 2_000,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            IncludeErrorDetail = false, // It would repeat values.
        };
        // A Unix socket has no network that could be cut, and refuses the setting.
        if (settings.Host is { } host && !host.StartsWith('/') && !host.StartsWith('@'))
            (settings.TcpKeepAlive, settings.TcpKeepAliveTime, settings.TcpKeepAliveInterval) = (true, 5, 2);
        return settings;
    }

    private static int Milliseconds(TimeSpan time) => (int)time.TotalMilliseconds;
}
