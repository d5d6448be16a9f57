using InfoShare.Vault;
using Npgsql;

namespace InfoShare.Storage.Postgres;

/// <summary>
/// Sealed records on PostgreSQL, for any number of processes. Each commits its writes in groups, one group after another across
/// all of them; when a write of a group fails, the group is rolled back and its writes are run one by one.
/// </summary>
internal sealed class PostgresDatabase : ISealedDatabase
{
    private readonly WriteQueue writes = new();
    private readonly NpgsqlDataSource data;
    private readonly NpgsqlDataSource surveys;
    private readonly PostgresKeys keys;
    private readonly Task writing;
    private NpgsqlConnection? writer;
    private volatile Standing standing;
    private Noting? unnoted;
    private Task noting = Task.CompletedTask;

    private PostgresDatabase(NpgsqlDataSource data, NpgsqlDataSource surveys, PostgresKeys keys, Standing standing, bool restored)
    {
        (this.data, this.surveys, this.keys, this.standing, Restored) = (data, surveys, keys, standing, restored);
        writing = Task.Run(() => writes.RunAsync(Commit));
    }

    /// <inheritdoc/>
    public string Incarnation => standing.Incarnation;

    /// <inheritdoc/>
    public bool Restored { get; private set; }

    /// <inheritdoc/>
    public string Anchor => InStore(() => keys.Progress().Anchor);

    /// <summary>Connects, brings the tables up to date and finds out where the data stand.</summary>
    /// <exception cref="KeysMissingException">Data without their keys, or with keys older than the data.</exception>
    public static async Task<PostgresDatabase> OpenAsync(PostgresSettings settings, MasterKey master, CancellationToken cancellationToken)
    {
        var data = Connections.Open(settings.Data);
        var keys = new PostgresKeys(Connections.Open(settings.Keys), master);
        try
        {
            await using var connection = await data.OpenConnectionAsync(cancellationToken);
            var (standing, restored) = Beginning.Find(connection, keys);
            return new(data, Connections.OpenForSurveys(settings.Data), keys, standing, restored);
        }
        catch
        {
            await keys.DisposeAsync();
            await data.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<T> WriteAsync<T>(Func<WriteScope, T> work) => writes.AddAsync(work);

    /// <inheritdoc/>
    public Task WriteAsync(Action<WriteScope> work) => writes.AddAsync(work);

    /// <inheritdoc/>
    public T Read<T>(Func<ReadScope, T> work) => ReadOver(data, work);

    /// <inheritdoc/>
    public T Survey<T>(Func<ReadScope, T> work) => ReadOver(surveys, work);

    public async ValueTask DisposeAsync()
    {
        writes.Close();
        await writing;
        await noting;
        if (writer is not null)
            await writer.DisposeAsync();
        await data.DisposeAsync();
        await surveys.DisposeAsync();
        await keys.DisposeAsync();
    }

    private T ReadOver<T>(NpgsqlDataSource source, Func<ReadScope, T> work) => InStore(() =>
    {
        using var connection = source.OpenConnection();
        using var statements = new PostgresStatements(connection);
        return work(new ReadScope(statements, new GroupKeys(keys)));
    });

    private void Commit(IReadOnlyList<IWrite> group)
    {
        if (TryCommit(group))
            return;
        // One of them is at fault. Alone, each keeps what it can.
        foreach (var write in group)
            TryCommit([write]);
    }

    /// <summary>False when a work in a group of several threw; then nothing was kept and nobody was answered.</summary>
    private bool TryCommit(IReadOnlyList<IWrite> group)
    {
        try
        {
            if (!RunInTurn(group))
                return group.Count == 1 && Answer(group);
            // Beside what the next group reads and writes.
            IWrite[] committed = [.. group];
            noting = Task.Run(() => NoteAndAnswer(committed));
            return true;
        }
#pragma warning disable CA1031 // Whatever it was, the group is not known to be on disk, and the writer must go on.
        catch (Exception e)
        {
            foreach (var write in group)
                write.Fail(new StoreUnavailableException(e));
            Reconnect();
            if (e is StoreReplacedException)
                TryBeginAgain();
            return true;
        }
#pragma warning restore CA1031
    }

    private bool RunInTurn(IReadOnlyList<IWrite> group)
    {
        using var turn = Turn.Take(writer ??= data.OpenConnection());
        var found = turn.Standing ?? throw new StoreReplacedException();
        if (found.Incarnation != standing.Incarnation || found.Commits < standing.Commits)
            throw new StoreReplacedException();

        var made = new GroupKeys(keys);
        using var statements = new PostgresStatements(writer);
        var scope = new WriteScope(statements, made, found.Anchor);
        if (!group.All(write => write.Run(scope, Faults.IsOfTheStore)))
            return false;
        // The keys have a database of their own, and go on disk while the rest is on its way.
        var persisting = Task.Run(() => keys.Persist(made.Fresh));
        if (!Flush(statements, group))
            return false;

        var reached = found with { Commits = found.Commits + 1, Anchor = scope.Anchor, LastKey = Math.Max(found.LastKey, made.Highest) };
        // A later commit was noted than the data have: they were put back from a backup.
        if (persisting.GetAwaiter().GetResult() >= reached.Commits)
            throw new StoreReplacedException();
        noting.Wait();
        NoteWhatWasNot();
        turn.Commit(reached);
        standing = reached;
        unnoted = new(reached.Commits, reached.Anchor, scope.Destroyed);
        return true;
    }

    /// <summary>False when a statement that waited is at fault; whose it was shows when each write runs alone.</summary>
    private static bool Flush(PostgresStatements statements, IReadOnlyList<IWrite> group)
    {
        try
        {
            statements.Flush();
            return true;
        }
        catch (Exception e) when (!Faults.IsOfTheStore(e))
        {
            group[^1].Blame(e);
            return false;
        }
    }

    /// <summary>The note follows its commit. One that failed is made up for before the next commit, so that at most one is missing.</summary>
    private void NoteWhatWasNot()
    {
        if (unnoted is not { } noting)
            return;
        keys.Note(noting);
        unnoted = null;
    }

    private void NoteAndAnswer(IWrite[] group)
    {
        try
        {
            NoteWhatWasNot();
            Answer(group);
        }
#pragma warning disable CA1031 // They are on disk, but a restore that loses them would not be noticed: nobody may rely on them yet.
        catch (Exception e)
        {
            foreach (var write in group)
                write.Fail(new StoreUnavailableException(e));
        }
#pragma warning restore CA1031
    }

    private static bool Answer(IReadOnlyList<IWrite> group)
    {
        foreach (var write in group)
            write.Complete();
        return true;
    }

    /// <summary>The transaction ends with its connection, whatever state it was in.</summary>
    private void Reconnect()
    {
        var lost = writer;
        writer = null;
        try
        {
            lost?.Dispose();
        }
        catch (Exception e) when (Faults.IsOfTheStore(e))
        {
            // It could not even be closed in good order; it is gone all the same.
        }

        ForgetConnections();
    }

    /// <summary>After a restart of the server those that lie idle are dead, too.</summary>
    private void ForgetConnections()
    {
        data.Clear();
        keys.ForgetConnections();
    }

    private void TryBeginAgain()
    {
        noting.Wait();
        try
        {
            using var connection = data.OpenConnection();
            (standing, Restored) = Beginning.Find(connection, keys);
            unnoted = null;
        }
        catch (Exception e) when (e is KeysMissingException || Faults.IsOfTheStore(e))
        {
            // The next group finds the same, and tries again; until the keys fit, nothing is written.
        }
    }

    private T InStore<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (Faults.IsOfTheStore(e))
        {
            ForgetConnections();
            throw new StoreUnavailableException(e);
        }
    }
}
