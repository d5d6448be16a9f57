using Dapper;
using InfoShare.Vault;

namespace InfoShare.Storage.Postgres;

/// <summary>The master key of a store that several routers share: made by the first, and the same for all.</summary>
internal static class PostgresMasterKey
{
    /// <summary>Reads the key, or makes one where there are neither data nor keys yet.</summary>
    /// <exception cref="KeysMissingException">The folder has no key, or another than the one that wraps the record keys.</exception>
    public static async Task<MasterKey> OpenAsync(PostgresSettings settings, CancellationToken cancellationToken)
    {
        await using var keys = Connections.Open(settings.Keys);
        await using var connection = await keys.OpenConnectionAsync(cancellationToken);
        var known = await connection.ExecuteScalarAsync<string?>("select master from progress");
        var master = MasterKey.Open(settings.MasterKeyFolder, known is not null || await HasDataAsync(settings.Data, cancellationToken));
        var own = master.HashFor("master").Of("fingerprint");
        var agreed = await connection.ExecuteScalarAsync<string>("update progress set master = coalesce(master, @own) returning master", new { own });
        return agreed == own
            ? master
            : throw new KeysMissingException($"the master key in {settings.MasterKeyFolder} is not the one that wraps the record keys; every router needs the same");
    }

    private static async Task<bool> HasDataAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var data = Connections.Open(connectionString);
        await using var connection = await data.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>("select exists (select from database_meta where commits >= 0)");
    }
}
