using System.Data.Common;
using System.Globalization;

namespace InfoShare.Checker.Records;

/// <summary>Reads the product's store, and changes nothing.</summary>
public static class StoreReader
{
    private const string UnderWay = "'decided', 'sending', 'sent', 'received'";

    /// <summary>Everything that the checks look at.</summary>
    public static async Task<StoreRecords> ReadAsync(DbConnection connection, CancellationToken cancellationToken) => new(
        await RowsAsync(connection, "select writer, n, previous, hash, at, kind, about, detail from audit order by writer, n",
            r => new AuditRecord(r.Text(0), r.Whole(1), r.Text(2), r.Text(3), r.Whole(4), r.Text(5), r.Text(6), r.Text(7)), cancellationToken),
        await RowsAsync(connection, "select sender, message_id, delivery_id, kind, at, policy, built_in, directory, facts, outcome from decision order by id",
            r => new DecisionRecord(r.Text(0), r.Text(1), r.Text(2), r.Text(3), r.Whole(4), r.Text(5), r.TextOrNull(6), r.Text(7), r.Text(8), r.Text(9)), cancellationToken),
        await RowsAsync(connection, "select delivery_id, message_id, child_token, kind, state, because from delivery",
            r => new DeliveryRecord(r.Text(0), r.Text(1), r.TextOrNull(2), r.Text(3), r.Text(4), r.Text(5)), cancellationToken),
        await RowsAsync(connection, "select sender, id, type, child_token, received_at, outcome from message",
            r => new MessageRecord(r.Text(0), r.Text(1), r.Text(2), r.TextOrNull(3), r.Whole(4), r.Text(5)), cancellationToken));

    /// <summary>Deliveries and recalls that have not come to rest.</summary>
    public static async Task<long> UnderWayAsync(DbConnection connection, CancellationToken cancellationToken) =>
        (await RowsAsync(connection, $"select count(*) from delivery where state in ({UnderWay}) or recall in ('pending', 'sent')", r => r.Whole(0), cancellationToken))[0];

    private static async Task<List<T>> RowsAsync<T>(DbConnection connection, string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    private static string Text(this DbDataReader reader, int column) => reader.GetString(column);

    private static string? TextOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static long Whole(this DbDataReader reader, int column) => Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);
}
