using System.Data.Common;
using Dapper;
using InfoShare.Vault;
using Npgsql;

namespace InfoShare.Storage.Postgres;

/// <summary>
/// Statements on a PostgreSQL connection, in few round trips: those without an answer wait, and go with the next one that reads or
/// changes a table which they have changed, or when there are many, or at the end. Questions wait until the first answer is needed, and go
/// together. Rows for one table that wait next to each other are inserted together.
/// </summary>
internal sealed class PostgresStatements(NpgsqlConnection connection) : IStatements, IDisposable
{
    /// <summary>So many go to the server while the work goes on: each has a processor of its own then.</summary>
    private const int MostWaiting = 1_000;

    private readonly List<(Binding Statement, object? Parameters)> waiting = [];
    private readonly HashSet<string> written = [];
    private readonly List<(Binding Statement, object? Parameters, Action<DbDataReader> Read)> asked = [];
    private Task sending = Task.CompletedTask;

    public string LockRows => "for update";

    public IReadOnlyList<T> Query<T>(string sql, object? parameters)
    {
        using var reader = Batch(Binding.Of(sql, parameters), parameters).ExecuteReader();
        return reader.Parse<T>().AsList();
    }

    public Asked<T> Ask<T>(string sql, object? parameters)
    {
        var answer = new Asked<T>(AnswerAll);
        asked.Add((Binding.Of(sql, parameters), parameters, reader => answer.Answer(reader.Parse<T>().AsList())));
        return answer;
    }

    public IEnumerable<T> Stream<T>(string sql, object? parameters)
    {
        using var reader = Batch(Binding.Of(sql, parameters), parameters).ExecuteReader();
        foreach (var row in reader.Parse<T>())
            yield return row;
    }

    public T? First<T>(string sql, object? parameters)
    {
        using var reader = Batch(Binding.Of(sql, parameters), parameters).ExecuteReader();
        return reader.Parse<T>().FirstOrDefault();
    }

    public int Execute(string sql, object? parameters)
    {
        using var batch = Batch(Binding.Of(sql, parameters), parameters);
        batch.ExecuteNonQuery();
        return (int)batch.BatchCommands[^1].RecordsAffected;
    }

    public void Later(string sql, object? parameters)
    {
        var statement = Binding.Of(sql, parameters);
        waiting.Add((statement, parameters));
        written.Add(statement.Table ?? throw new InvalidOperationException("only what writes to a table can wait"));
        if (waiting.Count >= MostWaiting && sending.IsCompletedSuccessfully)
            Send();
    }

    /// <summary>Runs all that waits.</summary>
    public void Flush()
    {
        if (waiting.Count == 0)
        {
            sending.GetAwaiter().GetResult();
            return;
        }

        using var batch = NewBatch();
        AddWaiting(batch);
        batch.ExecuteNonQuery();
    }

    /// <summary>The connection is free when this returns; whatever became of what was on its way, the transaction goes no further.</summary>
    public void Dispose()
    {
        try
        {
            sending.Wait();
        }
        catch (AggregateException)
        {
            // Whoever needed the connection has had it, or the work was at fault before anybody did.
        }
    }

    /// <summary>By a thread of the pool; where none is free, by this one when it needs the connection: a turn must not wait for threads.</summary>
    private void Send()
    {
        var batch = connection.CreateBatch();
        AddWaiting(batch);
        sending = Task.Run(() =>
        {
            using (batch)
                batch.ExecuteNonQuery();
        });
    }

    /// <summary>After what is on its way.</summary>
    private NpgsqlBatch NewBatch()
    {
        sending.GetAwaiter().GetResult();
        return connection.CreateBatch();
    }

    private void AnswerAll()
    {
        using var batch = NewBatch();
        if (asked.Exists(one => written.Any(one.Statement.Mentions)))
            AddWaiting(batch);
        foreach (var (statement, parameters, _) in asked)
            batch.BatchCommands.Add(statement.Command(parameters));
        using var reader = batch.ExecuteReader();
        foreach (var (_, _, read) in asked)
        {
            read(reader);
            reader.NextResult();
        }

        asked.Clear();
    }

    private NpgsqlBatch Batch(Binding statement, object? parameters)
    {
        var batch = NewBatch();
        if (written.Any(statement.Mentions))
            AddWaiting(batch);
        batch.BatchCommands.Add(statement.Command(parameters));
        return batch;
    }

    /// <summary>In the order in which they came, as far as one table is concerned; tables do not depend on each other.</summary>
    private void AddWaiting(NpgsqlBatch batch)
    {
        foreach (var table in waiting.GroupBy(one => one.Statement.Table))
        {
            foreach (var run in RunsOf([.. table]))
                batch.BatchCommands.Add(run is [var one] ? one.Statement.Command(one.Parameters) : run[0].Statement.Command([.. run.Select(row => row.Parameters!)]));
        }

        waiting.Clear();
        written.Clear();
    }

    /// <summary>Neighbours that can be inserted together: no two that would update the same row.</summary>
    private static IEnumerable<List<(Binding Statement, object? Parameters)>> RunsOf(List<(Binding Statement, object? Parameters)> statements)
    {
        var run = new List<(Binding Statement, object? Parameters)>();
        var keys = new HashSet<string>();
        foreach (var each in statements)
        {
            var key = each.Statement.KeyOf(each.Parameters);
            if (run.Count > 0 && (run[0].Statement != each.Statement || each.Statement.Together is null || (key is not null && keys.Contains(key))))
            {
                yield return run;
                run = [];
                keys.Clear();
            }

            run.Add(each);
            if (key is not null)
                keys.Add(key);
        }

        yield return run;
    }
}
