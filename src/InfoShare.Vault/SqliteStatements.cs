using Dapper;
using Microsoft.Data.Sqlite;

namespace InfoShare.Vault;

/// <summary>Statements on a SQLite connection. Its writer is alone in the file, so rows need no locks.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IStatements
{
    private readonly PreparedCommands commands = new(connection);

    public string LockRows => "";

    public IReadOnlyList<T> Query<T>(string sql, object? parameters) =>
        PreparedCommands.CanBind(parameters) ? commands.Query<T>(sql, parameters) : connection.Query<T>(sql, parameters).AsList();

    public Asked<T> Ask<T>(string sql, object? parameters)
    {
        Asked<T>? asked = null;
        return asked = new(() => asked!.Answer(Query<T>(sql, parameters)));
    }

    public IEnumerable<T> Stream<T>(string sql, object? parameters) => connection.Query<T>(sql, parameters, buffered: false);

    public T? First<T>(string sql, object? parameters) =>
        PreparedCommands.CanBind(parameters) ? commands.First<T>(sql, parameters) : connection.QueryFirstOrDefault<T>(sql, parameters);

    /// <summary>At once: there is no way to go that waiting would save.</summary>
    public void Later(string sql, object? parameters) => Execute(sql, parameters);

    public int Execute(string sql, object? parameters) =>
        PreparedCommands.CanBind(parameters) ? commands.Execute(sql, parameters) : connection.Execute(sql, parameters);
}
