using Npgsql;

namespace InfoShare.Bench.Pages;

/// <summary>
/// A month of messages as a store holds them when their bodies have been erased, written by the database itself. The last of them are still
/// with their recipients, and will fail.
/// </summary>
internal static class StoredPast
{
    private const string Participants = "(values (0, 'education-cumberland', 'urn/999998'), (1, 'police-cumberland', 'police/03'), (2, 'health-cumberland', 'ods/Z99999'), (3, 'education-suffolk', 'urn/999999')) as s(k, sender, code)";

    private static readonly (string What, string Sql)[] Steps =
    [
        ("children", """
            insert into child (token, area, seen_at) select md5('child' || g), case when g % 2 = 0 then 'E06000063' else 'E10000029' end, @from from generate_series(0, @count / 4) g
            """),
        ("messages", $"""
            insert into message (sender, id, type, source, about, record, child_token, partition_key, order_no, epoch, sequence, urgent, content_hash, key_id, body, received_at, outcome, reasons, happened_at, facts)
            select s.sender, md5('message' || g), 'concern.raised', 'https://infoshare.local/agency/' || s.code, md5('about' || g), md5('record' || g / 4), md5('child' || g / 4), md5('key' || g / 4),
                lpad(g::text, 20, '0'), 1, g, case when g % 20 = 0 then 1 else 0 end, md5('content' || g), 0, ''::bytea, @from + g * @step, 'accepted', '[]', @from + g * @step, null
            from generate_series(1, @count) g join {Participants} on s.k = g % 4
            """),
        ("deliveries", $"""
            insert into delivery (delivery_id, sender, message_id, message_type, about, child_token, kind, participant, organisation, role, relationship, urgent, partition_key, order_no, state, parts,
                withheld_parts, because, basis, attempts, due_at, decided_at, sent_at, received_at, handed_over_at)
            select md5('delivery' || r.n || '-' || g), s.sender, md5('message' || g), 'concern.raised', md5('about' || g), md5('child' || g / 4), 'original', r.participant, r.organisation, r.role, 'area',
                case when g % 20 = 0 then 1 else 0 end, md5('key' || g / 4), lpad(g::text, 20, '0'), case when r.n = 0 and g > @count - @failing then 'sent' else 'handed-over' end, 'identity,incident,contact',
                'address:not-needed-for-role', 'child-in-need-front-door', 'CA89-17', 1, @from + g * @step + 86400000000 * 400, @from + g * @step, @from + g * @step + 100000,
                @from + g * @step + 200000, case when r.n = 0 and g > @count - @failing then null else @from + g * @step + 300000 + (g % 997) * 1000 end
            from generate_series(1, @count) g join {Participants} on s.k = g % 4
                cross join (values (0, 'social-care-cumberland', 'la/E06000063', 'children-services-front-door'), (1, 'health-cumberland', 'ods/ZZ991', 'named-nurse')) as r(n, participant, organisation, role)
            """),
        ("states of concerns", $"""
            insert into about_state (sender, about, order_no, message_id, withdrawn)
            select s.sender, md5('about' || g), lpad(g::text, 20, '0'), md5('message' || g), 0 from generate_series(1, @count) g join {Participants} on s.k = g % 4
            """),
        ("clocks", $"""
            insert into answer_clock (sender, about, organisation, role, clock, owed, delivery_id, started_at, warn_at, late_from, answered_at)
            select s.sender, md5('about' || g), 'la/E06000063', 'children-services-front-door', 'referral-decision', 'decision', md5('delivery0-' || g), @from + g * @step, @from + g * @step + 43200000000,
                @from + g * @step + 86400000000, case when g % 50 = 0 then null else @from + g * @step + 3600000000 end
            from generate_series(1, @count, 10) g join {Participants} on s.k = g % 4
            """),
        ("audit", """
            insert into audit (writer, n, previous, hash, at, kind, about, detail)
            select 'past', g, md5('a' || g - 1), md5('a' || g), @from + (g / 2) * @step, case when g % 2 = 0 then 'decided' else 'delivery-sent' end,
                case when g % 2 = 0 then md5('message' || g / 2) else md5('delivery0-' || g / 2) end, 'invented' from generate_series(1, @count * 2) g
            """),
    ];

    /// <summary>The id of the delivery of a message that is still with its recipient, <c>social-care-cumberland</c>.</summary>
    /// <param name="number">Of the message, from one on.</param>
    public static string DeliveryOf(int number) => Md5($"delivery0-{number}");

    public static string MessageOf(int number) => Md5($"message{number}");

    public static string SenderOf(int number) => ((string[])["education-cumberland", "police-cumberland", "health-cumberland", "education-suffolk"])[number % 4];

    /// <param name="failing">How many of the last are still with their recipients.</param>
    /// <param name="from">The first instant, in microseconds; a month before now.</param>
    public static async Task WriteAsync(string connection, int count, int failing, long from, long until, Action<string> progress, CancellationToken stop)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        foreach (var (what, sql) in Steps)
        {
            progress($"writing {what} …");
            await using var command = source.CreateCommand(sql);
            command.CommandTimeout = 0;
            foreach (var (name, value) in new[] { ("count", (object)count), ("failing", failing), ("from", from), ("step", (until - from) / count) })
            {
                if (sql.Contains('@' + name, StringComparison.Ordinal))
                    command.Parameters.AddWithValue(name, value);
            }

            await command.ExecuteNonQueryAsync(stop);
        }

        await using var analyse = source.CreateCommand("vacuum analyze");
        analyse.CommandTimeout = 0;
        await analyse.ExecuteNonQueryAsync(stop);
    }

    public static async Task<double> MebibytesAsync(string connection, CancellationToken stop)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("select pg_database_size(current_database())");
        return (long)(await command.ExecuteScalarAsync(stop))! / 1024.0 / 1024;
    }

#pragma warning disable CA5351 // The database's own function, for ids that need no secret.
    private static string Md5(string text) => Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
