using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace InfoShare.Storage.Postgres;

/// <summary>
/// A statement as the server wants it, for parameters of one type: <c>@Name</c> becomes <c>$1</c>, and <c>in @Names</c>, where that is
/// an array, <c>= any($1)</c>. Made once for each text and type.
/// </summary>
internal sealed partial class Binding
{
    private static readonly ConcurrentDictionary<(string, Type?), Binding> Known = new();

    private readonly PropertyInfo[] properties;
    private readonly HashSet<string> words;
    private readonly PropertyInfo[]? updatedBy;

    private Binding(string sql, Type? type)
    {
        var found = new List<PropertyInfo>();
        Sql = type is null ? sql : Names().Replace(sql, match =>
        {
            var property = type.GetProperty(match.Groups["name"].Value)
                ?? throw new InvalidOperationException($"a statement names {match.Value}, which its parameters do not have");
            if (!found.Contains(property))
                found.Add(property);
            var place = $"${found.IndexOf(property) + 1}";
            return match.Groups["in"].Success ? $"= any({place})" : place;
        });
        properties = [.. found];
        words = [.. Words().Matches(sql).Select(match => match.Value)];
        Table = Written().Match(sql) is { Success: true } written ? written.Groups["table"].Value : null;
        if (Insertion().Match(Sql) is not { Success: true } insertion || insertion.Groups["value"].Captures.Count != properties.Length || properties.Length == 0)
            return;
        Together = $"{insertion.Groups["head"].Value} select * from unnest({string.Join(", ", properties.Select((_, i) => $"${i + 1}"))}) {insertion.Groups["tail"].Value}";
        string[] columns = [.. insertion.Groups["column"].Captures.Select(c => c.Value)];
        updatedBy = insertion.Groups["update"].Success ? [.. insertion.Groups["key"].Captures.Select(c => properties[Array.IndexOf(columns, c.Value)])] : null;
    }

    public string Sql { get; }

    /// <summary>The table that it writes to; null for a statement that only reads.</summary>
    public string? Table { get; }

    /// <summary>For an insert of one row: the insert of many, each parameter an array. Null for all others.</summary>
    public string? Together { get; }

    /// <summary>Of an insert that updates what is there: the row's key, which one statement can have only once. Null for all others.</summary>
    public string? KeyOf(object? row) => updatedBy is null ? null : string.Join('\n', updatedBy.Select(property => property.GetValue(row)));

    public static Binding Of(string sql, object? parameters) => Known.GetOrAdd((sql, parameters?.GetType()), key => new(key.Item1, key.Item2));

    /// <summary>Whether the table's name is anywhere in the statement.</summary>
    public bool Mentions(string table) => words.Contains(table);

    public NpgsqlBatchCommand Command(object? parameters)
    {
        var command = new NpgsqlBatchCommand(Sql);
        foreach (var property in properties)
            command.Parameters.Add(Parameter(property.PropertyType, property.GetValue(parameters)));
        return command;
    }

    /// <summary>One command for many rows.</summary>
    public NpgsqlBatchCommand Command(IReadOnlyList<object> rows)
    {
        var command = new NpgsqlBatchCommand(Together!);
        foreach (var property in properties)
            command.Parameters.Add(Column(property, rows));
        return command;
    }

    private static NpgsqlParameter Column(PropertyInfo property, IReadOnlyList<object> rows)
    {
        var type = DbTypeOf(property.PropertyType);
        Array values = type switch
        {
            NpgsqlDbType.Bigint or NpgsqlDbType.Integer => rows.Select(row => property.GetValue(row) is { } value ? Convert.ToInt64(value, null) : (long?)null).ToArray(),
            NpgsqlDbType.Bytea => rows.Select(row => (byte[]?)property.GetValue(row)).ToArray(),
            _ => rows.Select(row => (string?)property.GetValue(row)).ToArray(),
        };
        return new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | (type is NpgsqlDbType.Integer ? NpgsqlDbType.Bigint : type) };
    }

    private static NpgsqlParameter Parameter(Type type, object? value) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = DbTypeOf(type) };

    private static NpgsqlDbType DbTypeOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(long) => NpgsqlDbType.Bigint,
        var t when t == typeof(int) => NpgsqlDbType.Integer,
        var t when t == typeof(string) => NpgsqlDbType.Text,
        var t when t == typeof(byte[]) => NpgsqlDbType.Bytea,
        var t when t == typeof(string[]) => NpgsqlDbType.Array | NpgsqlDbType.Text,
        var t when t == typeof(long[]) => NpgsqlDbType.Array | NpgsqlDbType.Bigint,
        var t => throw new InvalidOperationException($"no column of the store has the type {t.Name}"),
    };

    [GeneratedRegex(@"(?<in>\bin\s+)?@(?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Names();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^\s*(insert\s+into|update|delete\s+from)\s+(?<table>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();

    [GeneratedRegex("""
        ^\s*(?<head>insert\s+into\s+\w+\s*\(\s*(?<column>\w+)(\s*,\s*(?<column>\w+))*\s*\))\s*
        values\s*\(\s*(?<value>\$\d+)(\s*,\s*(?<value>\$\d+))*\s*\)
        \s*(?<tail>(on\s+conflict\s*(\(\s*(?<key>\w+)(\s*,\s*(?<key>\w+))*\s*\)\s*)?do\s+(nothing|(?<update>update\s+set\s+[^$]+)))?)\s*$
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Insertion();
}
