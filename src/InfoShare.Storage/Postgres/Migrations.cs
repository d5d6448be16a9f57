using Dapper;
using Npgsql;

namespace InfoShare.Storage.Postgres;

/// <summary>
/// Brings a database to the tables that this version knows. Steps only add, so that the version before can go on beside this
/// one; one process at a time applies them, and each step once.
/// </summary>
internal static class Migrations
{
    /// <summary>Any number that nothing else locks; the letters of "ishare".</summary>
    private const long Lock = 0x697368617265;

    /// <summary>Applies what is missing.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="kind">The folder of its steps: <c>Data</c> or <c>Keys</c>.</param>
    public static async Task ApplyAsync(string connectionString, string kind, CancellationToken cancellationToken)
    {
        await using var source = Connections.OpenPatient(connectionString);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@Lock)", new { Lock });
        await connection.ExecuteAsync("create table if not exists schema_step (n integer primary key, name text not null, applied_at timestamptz not null default now())");
        var applied = await connection.ExecuteScalarAsync<int>("select coalesce(max(n), 0) from schema_step");
        foreach (var (n, name, sql) in StepsOf(kind).Where(step => step.N > applied))
        {
            await connection.ExecuteAsync(sql);
            await connection.ExecuteAsync("insert into schema_step (n, name) values (@n, @name)", new { n, name });
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Whether the database has been given its tables.</summary>
    public static bool AreApplied(NpgsqlConnection connection) =>
        connection.ExecuteScalar<bool>("select to_regclass('schema_step') is not null");

    /// <summary>The files <c>Schema/Data/001-….sql</c>, by number.</summary>
    private static IEnumerable<(int N, string Name, string Sql)> StepsOf(string kind)
    {
        var assembly = typeof(Migrations).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith($"{kind}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(resource =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
                var file = resource[(kind.Length + 1)..];
                return (int.Parse(file.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture), Path.GetFileNameWithoutExtension(file), reader.ReadToEnd());
            });
    }
}
