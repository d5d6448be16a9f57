using InfoShare.Vault;

namespace InfoShare.Storage.Children;

/// <summary>A child as the index knows it: a token, hashes and pointers.</summary>
public record ChildRow
{
    public required string Token { get; init; }
    public string? NhsNumber { get; init; }

    /// <summary>Those that the issuer has replaced: see <see cref="FormerNumbers"/>.</summary>
    public string? FormerNhsNumbers { get; init; }

    public string? Birth { get; init; }

    /// <summary>GSS code of the children's-services authority, as last told.</summary>
    public string? Area { get; init; }

    /// <summary>URN of the school, as last told.</summary>
    public string? School { get; init; }

    /// <summary>ODS code of the practice, as last told.</summary>
    public string? Practice { get; init; }

    /// <summary>Directory id of the team that holds the case, as last told.</summary>
    public string? Team { get; init; }

    public long SeenAt { get; init; }
}

/// <summary>A record that holds a key.</summary>
/// <param name="Value">A keyed hash.</param>
/// <param name="Token">The child that the record is taken to be about.</param>
public sealed record KeyHolderRow(string Kind, string Value, string Record, string Token);

/// <summary>A record, and a key that few hold.</summary>
public sealed record RareHolderRow(string Value, string Record);

/// <summary>That an address is kept, as told by a record.</summary>
/// <param name="Digest">A keyed hash of the address.</param>
public sealed record KeptAddressRow(string Record, string Digest);

/// <summary>Reads and writes the child index.</summary>
public static class ChildTable
{
    public static ChildRow? FindChild(this ReadScope scope, string token) =>
        scope.First<ChildRow>("select * from child where token = @token", new { token });

    /// <summary>Those of the children that are there.</summary>
    public static Asked<ChildRow> ChildrenAmong(this ReadScope scope, string[] tokens) => scope.Ask<ChildRow>("select * from child where token in @tokens", new { tokens });

    /// <summary>What is known of a child with what a message tells: numbers stay as first told until the issuer replaces them, whereabouts are as last told.</summary>
    public static ChildRow With(this ChildRow? known, ChildRow told) => known is null ? told : told with
    {
        NhsNumber = known.NhsNumber is { } number && !FormerNumbers.Of(told.FormerNhsNumbers).Contains(number) ? number : told.NhsNumber ?? known.NhsNumber,
        FormerNhsNumbers = FormerNumbers.Together(known.FormerNhsNumbers, told.FormerNhsNumbers),
        Birth = known.Birth ?? told.Birth,
        Area = told.Area ?? known.Area,
        School = told.School ?? known.School,
        Practice = told.Practice ?? known.Practice,
        Team = told.Team ?? known.Team,
    };

    /// <summary>Saves a child as <see cref="With"/> has it.</summary>
    public static void Save(this WriteScope scope, ChildRow child) => scope.Later("""
        insert into child (token, nhs_number, former_nhs_numbers, birth, area, school, practice, team, seen_at)
        values (@Token, @NhsNumber, @FormerNhsNumbers, @Birth, @Area, @School, @Practice, @Team, @SeenAt)
        on conflict (token) do update set nhs_number = excluded.nhs_number, former_nhs_numbers = excluded.former_nhs_numbers, birth = excluded.birth, area = excluded.area,
            school = excluded.school, practice = excluded.practice, team = excluded.team, seen_at = excluded.seen_at
        """, child);

    /// <summary>Notes a restriction or its lifting; an earlier word of the same record does not replace a later one.</summary>
    public static void SetRestriction(this WriteScope scope, string record, string childToken, string orderNo, bool restricted) =>
        scope.Later("""
            insert into address_restriction (record, child_token, order_no, restricted) values (@record, @childToken, @orderNo, @restricted)
            on conflict (record) do update set child_token = excluded.child_token, order_no = excluded.order_no, restricted = excluded.restricted
            where excluded.order_no > address_restriction.order_no
            """, new { record, childToken, orderNo, restricted = restricted ? 1 : 0 });

    /// <summary>Any record's restriction is enough.</summary>
    public static bool AddressRestricted(this ReadScope scope, string childToken) =>
        scope.First<long>("select count(*) from address_restriction where child_token = @childToken and restricted = 1", new { childToken }) > 0;

    /// <summary>Those of the children whose address somebody has restricted.</summary>
    public static Asked<string> RestrictedAmong(this ReadScope scope, string[] childTokens) => scope.Ask<string>(
        "select child_token from address_restriction where restricted = 1 and child_token in @childTokens", new { childTokens });

    /// <summary>The digests of the addresses that are kept of some children, each under the records that told them.</summary>
    public static Asked<KeptAddressRow> AddressesAmong(this ReadScope scope, string[] childTokens) => scope.Ask<KeptAddressRow>(
        "select record as Record, digest as Digest from known_address where child_token in @childTokens", new { childTokens });

    /// <summary>Keeps an address that is not kept yet, sealed, to search released texts for its spellings.</summary>
    public static void AddKnownAddress(this WriteScope scope, string record, string childToken, string digest, ReadOnlySpan<byte> address)
    {
        var atRest = scope.Seal(address);
        scope.Later("insert into known_address (record, child_token, digest, key_id, body) values (@record, @childToken, @digest, @KeyId, @Bytes) on conflict do nothing",
            new { record, childToken, digest, atRest.KeyId, atRest.Bytes });
    }

    public static IReadOnlyList<byte[]> KnownAddresses(this ReadScope scope, string childToken) =>
        [.. scope.Query<SealedRow>("select key_id, body from known_address where child_token = @childToken", new { childToken })
            .Select(row => scope.Unseal(row.KeyId, row.Body)).OfType<byte[]>()];

    /// <summary>Notes that an organisation knows the child.</summary>
    public static void SetInvolvement(this WriteScope scope, string sender, string involvementId, string record, string childToken, string organisation,
        string? since, string? until, string? closure, string plans) => scope.Later("""
        insert into involvement (sender, involvement_id, record, child_token, organisation, since, until, closure, plans)
        values (@sender, @involvementId, @record, @childToken, @organisation, @since, @until, @closure, @plans)
        on conflict (sender, involvement_id) do update set record = excluded.record, child_token = excluded.child_token, organisation = excluded.organisation,
            since = excluded.since, until = excluded.until, closure = excluded.closure, plans = excluded.plans
        """, new { sender, involvementId, record, childToken, organisation, since, until, closure, plans });

    private sealed record SealedRow
    {
        public long KeyId { get; init; }
        public byte[] Body { get; init; } = [];
    }
}
