using InfoShare.Vault;

namespace InfoShare.Storage.Children;

/// <summary>Reads and writes senders' records of children, and the keys that they are found by.</summary>
public static class RecordTable
{
    /// <summary>Those of the records that are there.</summary>
    public static Asked<RecordRow> RecordsAmong(this ReadScope scope, string[] records) =>
        scope.Ask<RecordRow>("select * from record where record in @records", new { records });

    /// <summary>What those of the records that are there say of the person, and no more of them: there are many for each new one.</summary>
    public static Asked<ToldRow> ToldBy(this ReadScope scope, string[] records) =>
        scope.Ask<ToldRow>("select record, child_token, key_id, body from record where record in @records and digest is not null", new { records });

    public static RecordRow? FindRecord(this ReadScope scope, string record) =>
        scope.First<RecordRow>("select * from record where record = @record", new { record });

    /// <summary>All records of a child, the one that is longest known first.</summary>
    public static IReadOnlyList<RecordRow> RecordsOf(this ReadScope scope, string childToken) =>
        scope.Query<RecordRow>("select * from record where child_token = @childToken order by first_seen, record", new { childToken });

    /// <summary>The records that hold keys of these kinds and values, and the children that they are taken to be about.</summary>
    public static Asked<KeyHolderRow> HoldersOf(this ReadScope scope, string[] kinds, string[] values) => scope.Ask<KeyHolderRow>("""
        select k.kind as Kind, k.value as Value, k.record as Record, r.child_token as Token from record_key k join record r on r.record = k.record
        where k.kind in @kinds and k.value in @values
        """, new { kinds, values });

    /// <summary>The records that hold keys of a kind, by key; a key that more than <paramref name="most"/> hold is left out, and no more of its holders than that are read.</summary>
    public static ILookup<string, string> RareHoldersOf(this ReadScope scope, string kind, IEnumerable<string> values, int most)
    {
        var limit = most + 1;
        IEnumerable<RareHolderRow> few = scope.OnServer
            ? scope.Query<RareHolderRow>("""
                select asked.value as Value, few.record as Record from unnest(@all) asked (value)
                cross join lateral (select k.record from record_key k where k.value = asked.value and k.kind = @kind limit @limit) few
                """, new { kind, all = values.ToArray(), limit })
            : [.. values.SelectMany(value => scope.Query<RareHolderRow>(
                "select value as Value, record as Record from record_key where kind = @kind and value = @value limit @limit", new { kind, value, limit }))];
        return few.GroupBy(row => row.Value).Where(rows => rows.Count() <= most).SelectMany(rows => rows).ToLookup(row => row.Value, row => row.Record);
    }

    /// <summary>What the record says of the person, as it was sealed; null where it says nothing, or was erased.</summary>
    public static byte[]? DetailsOf(this ReadScope scope, RecordRow record) => record.Digest is null ? null : scope.Unseal(record.KeyId, record.Body);

    /// <summary>Saves a record; the details are sealed where there are new ones.</summary>
    public static void Save(this WriteScope scope, RecordRow record, byte[]? details)
    {
        if (details is not null)
        {
            if (record.KeyId != 0)
                scope.Destroy(record.KeyId);
            var atRest = scope.Seal(details);
            record = record with { KeyId = atRest.KeyId, Body = atRest.Bytes };
        }

        scope.Later("""
            insert into record (record, sender, source, child_token, nhs_number, former_nhs_numbers, birth, area, school, practice, team, first_seen, told_at, linked_at, because, digest, key_id, body)
            values (@Record, @Sender, @Source, @ChildToken, @NhsNumber, @FormerNhsNumbers, @Birth, @Area, @School, @Practice, @Team, @FirstSeen, @ToldAt, @LinkedAt, @Because, @Digest, @KeyId, @Body)
            on conflict (record) do update set source = excluded.source, child_token = excluded.child_token, nhs_number = excluded.nhs_number, former_nhs_numbers = excluded.former_nhs_numbers, birth = excluded.birth,
                area = excluded.area, school = excluded.school, practice = excluded.practice, team = excluded.team, told_at = excluded.told_at,
                linked_at = excluded.linked_at, because = excluded.because, digest = excluded.digest, key_id = excluded.key_id, body = excluded.body
            """, record);
    }

    /// <summary>Has a record found by keys, each a keyed hash with its kind.</summary>
    public static void AddKeys(this WriteScope scope, string record, IEnumerable<(string Kind, string Value)> keys)
    {
        foreach (var (kind, value) in keys)
            scope.Later("insert into record_key (kind, value, record) values (@kind, @value, @record) on conflict do nothing", new { kind, value, record });
    }

    /// <summary>Has a record found by nothing.</summary>
    public static void DropKeys(this WriteScope scope, string record) => scope.Execute("delete from record_key where record = @record", new { record });

    /// <summary>Takes a record and all that rests on it to another child: what it has said of agreement, restriction, addresses, involvement, transfers, plans, meetings, refused disclosures, moves and family, its messages, their deliveries, and emergency access that they led to.</summary>
    public static void Relink(this WriteScope scope, RecordRow record, string childToken, long now, string because)
    {
        var moved = new { record.Record, From = record.ChildToken, To = childToken, now, because };
        scope.Execute("update record set child_token = @To, linked_at = @now, because = @because where record = @Record", moved);
        foreach (var table in (string[])["consent", "address_restriction", "known_address", "involvement", "transfer", "plan", "meeting_place", "refused_disclosure", "move_signal", "destination_unknown", "family_person", "family_concern", "escalation"])
            scope.Execute($"update {table} set child_token = @To where record = @Record", moved);
        scope.Execute("""
            update emergency set child_token = @To where child_token = @From and delivery_id in (
                select d.delivery_id from message m join delivery d on d.sender = m.sender and d.message_id = m.id where m.child_token = @From and m.record = @Record)
            """, moved);
        scope.Execute("""
            update delivery set child_token = @To where (sender, message_id) in (select sender, id from message where child_token = @From and record = @Record)
            """, moved);
        scope.Execute("update message set child_token = @To where child_token = @From and record = @Record", moved);
    }
}
