using InfoShare.Vault;

namespace InfoShare.Storage.Disclosures;

/// <summary>That an agency has decided not to tell another of a child. Its reason stays sealed in its message.</summary>
public sealed record RefusedDisclosureRow
{
    public required string Sender { get; init; }
    public required string DisclosureId { get; init; }
    public required string Record { get; init; }
    public required string ChildToken { get; init; }

    /// <summary>Who has decided, as <c>scheme/code</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Who was not told.</summary>
    public required string Organisation { get; init; }

    public long At { get; init; }
}

/// <summary>Writes down what was not told.</summary>
public static class DisclosureTable
{
    public static void Save(this WriteScope scope, RefusedDisclosureRow refused) => scope.Later("""
        insert into refused_disclosure (sender, disclosure_id, record, child_token, source, organisation, at)
        values (@Sender, @DisclosureId, @Record, @ChildToken, @Source, @Organisation, @At)
        on conflict (sender, disclosure_id) do update set organisation = excluded.organisation
        """, refused);
}
