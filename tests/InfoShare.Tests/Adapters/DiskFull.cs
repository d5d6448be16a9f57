using InfoShare.Vault;

namespace InfoShare.Tests.Adapters;

/// <summary>Makes a database behave as on a full disk: it may not grow by another page.</summary>
internal static class DiskFull
{
    public static Task FillAsync(SealedDatabase database) => SetAsync(database, "pragma max_page_count = 1");

    public static Task FreeAsync(SealedDatabase database) => SetAsync(database, "pragma max_page_count = 1000000");

    private static Task SetAsync(SealedDatabase database, string pragma) => database.WriteAsync(write => { write.Query<long>(pragma); });
}
