using InfoShare.Vault;

namespace InfoShare.Adapters.Receipts;

/// <summary>What a receipt's incarnation says of routing's store.</summary>
internal enum IncarnationNews
{
    /// <summary>The store as it was known, or the first that is heard of.</summary>
    Same = 1,

    /// <summary>The store was restored from a backup: it may not know what it once accepted.</summary>
    Restored,

    /// <summary>Said by a store that has since been restored, so it no longer holds.</summary>
    Outdated,
}

/// <summary>Remembers the incarnations of routing's store, so that a late receipt of an old one is not taken for yet another restore.</summary>
internal static class Incarnations
{
    public static IncarnationNews Note(WriteScope write, string? incarnation)
    {
        if (incarnation is null)
            return IncarnationNews.Same;
        var latest = write.First<string>("select id from incarnation where latest = 1");
        if (latest == incarnation)
            return IncarnationNews.Same;
        if (write.First<string>("select id from incarnation where id = @incarnation", new { incarnation }) is not null)
            return IncarnationNews.Outdated;

        write.Execute("update incarnation set latest = 0");
        write.Execute("insert into incarnation (id, latest) values (@incarnation, 1)", new { incarnation });
        return latest is null ? IncarnationNews.Same : IncarnationNews.Restored;
    }
}
