using Dapper;
using Npgsql;

namespace InfoShare.Storage.Postgres;

/// <summary>Where the data stand: how many commits, of which incarnation, with which audit heads and record keys.</summary>
internal sealed record Standing(long Commits, string Incarnation, string Anchor, long LastKey);

/// <summary>
/// A transaction that holds the turn to write, which is the lock on one row. Commits are serial across all routers by it, so
/// that what holds with one writer holds with many. Ends with the transaction, also when the server ends that.
/// </summary>
internal sealed class Turn : IDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private Turn(NpgsqlConnection connection, NpgsqlTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    /// <summary>Where the data stand while nobody else can write; null when nothing was ever written.</summary>
    public Standing? Standing { get; private init; }

    /// <summary>Waits for the turn.</summary>
    public static Turn Take(NpgsqlConnection connection)
    {
        var transaction = connection.BeginTransaction();
        try
        {
            return new(connection, transaction)
            {
                Standing = connection.QueryFirstOrDefault<Standing>(
                    "select commits, incarnation, anchor, last_key as LastKey from database_meta where one for update"),
            };
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    /// <summary>Puts everything on disk and gives the turn away.</summary>
    public void Commit(Standing reached)
    {
        connection.Execute("update database_meta set commits = @Commits, incarnation = @Incarnation, anchor = @Anchor, last_key = @LastKey where one", reached);
        transaction.Commit();
    }

    /// <summary>Undoes everything since the last commit.</summary>
    public void Dispose() => transaction.Dispose();
}
