using InfoShare.Vault;

namespace InfoShare.Storage.Families;

/// <summary>That a record tells of a person around the child, or of the child itself.</summary>
public sealed record FamilyPersonRow
{
    public required string Record { get; init; }
    public required string ChildToken { get; init; }

    /// <summary>A keyed hash of name and birthday.</summary>
    public required string Key { get; init; }

    /// <summary>child, sibling, parent or other.</summary>
    public required string Kind { get; init; }

    /// <summary>When the record first and last told of them.</summary>
    public long FirstTold { get; init; }

    public long LastTold { get; init; }
}

/// <summary>A child of the same family.</summary>
public sealed record RelatedChildRow
{
    public required string ChildToken { get; init; }

    /// <summary>sibling: told as one, or told of together; parent: a parent or carer of both.</summary>
    public required string Because { get; init; }

    /// <summary>When that was first and last told.</summary>
    public long FirstTold { get; init; }

    public long LastTold { get; init; }
}

/// <summary>Reads and writes who belongs to a child's family: keyed hashes, no name.</summary>
public static class FamilyTable
{
    /// <summary>Notes that a record tells of a person.</summary>
    public static void Save(this WriteScope scope, FamilyPersonRow person) => scope.Later("""
        insert into family_person (record, child_token, key, kind, first_told, last_told) values (@Record, @ChildToken, @Key, @Kind, @FirstTold, @LastTold)
        on conflict (record, key, kind) do update set child_token = excluded.child_token, last_told = excluded.last_told
        """, person);

    /// <summary>Notes that a sender tells of two concerns together, which are of children of one family.</summary>
    public static void LinkConcerns(this WriteScope scope, string sender, string about, string other, string record, string childToken, long told) => scope.Later("""
        insert into family_concern (sender, about, other, record, child_token, told) values (@sender, @about, @other, @record, @childToken, @told)
        on conflict (sender, about, other) do nothing
        """, new { sender, about, other, record, childToken, told });

    /// <summary>The children of the same family, each once for each reason.</summary>
    public static IReadOnlyList<RelatedChildRow> FamilyOf(this ReadScope scope, string childToken) => scope.Query<RelatedChildRow>("""
        select child_token, because, min(first_told) as first_told, max(last_told) as last_told from (
            select theirs.child_token, 'sibling' as because, mine.first_told, mine.last_told from family_person mine
                join family_person theirs on theirs.key = mine.key and theirs.kind = 'child' where mine.child_token = @childToken and mine.kind = 'sibling'
            union all
            select theirs.child_token, 'sibling', theirs.first_told, theirs.last_told from family_person mine
                join family_person theirs on theirs.key = mine.key and theirs.kind = 'sibling' where mine.child_token = @childToken and mine.kind = 'child'
            union all
            select theirs.child_token, 'parent', theirs.first_told, theirs.last_told from family_person mine
                join family_person theirs on theirs.key = mine.key and theirs.kind = 'parent' where mine.child_token = @childToken and mine.kind = 'parent'
            union all
            select m.child_token, 'sibling', l.told, l.told from family_concern l
                join message m on m.sender = l.sender and m.about = l.other where l.child_token = @childToken and m.child_token is not null
            union all
            select l.child_token, 'sibling', l.told, l.told from message m
                join family_concern l on l.sender = m.sender and l.other = m.about where m.child_token = @childToken) found
        where child_token <> @childToken group by child_token, because order by child_token, because
        """, new { childToken });
}
