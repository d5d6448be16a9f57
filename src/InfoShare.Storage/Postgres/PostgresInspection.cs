using System.Data;
using Dapper;
using InfoShare.Vault;

namespace InfoShare.Storage.Postgres;

/// <summary>Reads a store beside the routers that use it, as of one moment. Changes nothing.</summary>
internal static class PostgresInspection
{
    /// <summary>What <paramref name="read"/> makes of the data and of the anchor that was noted before; the default where there is no store.</summary>
    public static async Task<T?> ReadAsync<T>(PostgresSettings settings, Func<ReadScope, string, T> read, CancellationToken cancellationToken)
    {
        await using var data = Connections.OpenPatient(settings.Data);
        await using var connection = await data.OpenConnectionAsync(cancellationToken);
        if (!Migrations.AreApplied(connection))
            return default;

        await using var keys = new PostgresKeys(Connections.OpenPatient(settings.Keys), MasterKey.Open(settings.MasterKeyFolder, dataExists: true));
        var anchor = keys.Progress().Anchor;
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await connection.ExecuteAsync("set transaction read only");
        using var statements = new PostgresStatements(connection);
        return read(new ReadScope(statements, new GroupKeys(keys)), anchor);
    }
}
