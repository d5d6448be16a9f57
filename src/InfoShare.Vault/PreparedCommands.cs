using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace InfoShare.Vault;

/// <summary>
/// The statements of one connection, each parsed by SQLite once and then only given other values: parsing takes longer
/// than most of our statements take to run. Not for several threads at once, as the connection is not.
/// </summary>
internal sealed class PreparedCommands(SqliteConnection connection)
{
    /// <summary>Texts are few, as values are parameters. Should one be made with values in it, memory stays bounded.</summary>
    private const int MostKept = 300;

    private static readonly ConcurrentDictionary<Type, Value[]> ValuesOf = new();
    private readonly Dictionary<string, Command> commands = [];

    /// <summary>Whether the parameters are single values. A list (<c>in @ids</c>) changes the statement's text with its length, which Dapper does.</summary>
    public static bool CanBind(object? parameters) =>
        parameters is null || parameters is not System.Collections.IEnumerable && ValuesOf.GetOrAdd(parameters.GetType(), Value.AllOf).All(v => !v.IsList);

    public List<T> Query<T>(string sql, object? parameters)
    {
        var command = Bound(sql, parameters);
        using var reader = command.Prepared.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(command.Row<T>(reader)!);
        return rows;
    }

    public T? First<T>(string sql, object? parameters)
    {
        var command = Bound(sql, parameters);
        using var reader = command.Prepared.ExecuteReader();
        return reader.Read() ? command.Row<T>(reader) : default;
    }

    public int Execute(string sql, object? parameters) => Bound(sql, parameters).Prepared.ExecuteNonQuery();

    private Command Bound(string sql, object? parameters)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            if (commands.Count == MostKept)
                Forget();
            commands[sql] = command = new(connection, sql);
        }

        if (parameters is not null)
            command.Bind(parameters);
        return command;
    }

    private void Forget()
    {
        foreach (var command in commands.Values)
            command.Prepared.Dispose();
        commands.Clear();
    }

    /// <summary>A statement, and how its rows are read.</summary>
    private sealed class Command(SqliteConnection connection, string sql)
    {
        private Func<System.Data.Common.DbDataReader, object>? read;
        private Type? rowType;
        private Value[] values = [];
        private Type? valuesType;

        public SqliteCommand Prepared { get; } = new(sql, connection);

        public void Bind(object parameters)
        {
            if (valuesType != parameters.GetType())
                Expect(parameters.GetType());
            for (var i = 0; i < values.Length; i++)
                Prepared.Parameters[i].Value = values[i].Of(parameters) ?? DBNull.Value;
        }

        public T? Row<T>(SqliteDataReader reader)
        {
            if (read is null || rowType != typeof(T))
                (read, rowType) = (Dapper.SqlMapper.GetRowParser(reader, typeof(T)), typeof(T));
            return read(reader) switch
            {
                null => default,
                T row => row,
                var other => (T)Convert.ChangeType(other, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), System.Globalization.CultureInfo.InvariantCulture),
            };
        }

        private void Expect(Type type)
        {
            (values, valuesType) = ([.. ValuesOf.GetOrAdd(type, Value.AllOf).Where(v => sql.Contains(v.Name, StringComparison.Ordinal))], type);
            Prepared.Parameters.Clear();
            foreach (var value in values)
                Prepared.Parameters.Add(new SqliteParameter { ParameterName = value.Name });
        }
    }

    /// <summary>One property of a parameter object.</summary>
    private sealed record Value(string Name, bool IsList, Func<object, object?> Of)
    {
        public static Value[] AllOf(Type type) =>
            [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).Select(From)];

        private static Value From(PropertyInfo property)
        {
            var from = Expression.Parameter(typeof(object));
            var value = Expression.Convert(Expression.Property(Expression.Convert(from, property.DeclaringType!), property), typeof(object));
            var isList = property.PropertyType != typeof(string) && property.PropertyType != typeof(byte[]) && property.PropertyType.IsAssignableTo(typeof(System.Collections.IEnumerable));
            return new("@" + property.Name, isList, Expression.Lambda<Func<object, object?>>(value, from).Compile());
        }
    }
}
