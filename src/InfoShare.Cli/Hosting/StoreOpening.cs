using InfoShare.Cli.Configuration;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Postgres;
using InfoShare.Vault;

namespace InfoShare.Cli.Hosting;

/// <summary>Opens routing's store where the settings say it is.</summary>
internal static class StoreOpening
{
    /// <summary>The folder of routing's data.</summary>
    public static string Folder(Settings settings) => Path.Combine(settings.Data, "routing");

    /// <summary>The folder of routing's keys.</summary>
    public static string KeysFolder(Settings settings) => Path.Combine(settings.KeysFolder, "routing");

    /// <exception cref="CannotStartException">The database cannot be reached.</exception>
    /// <exception cref="Vault.KeysMissingException">There is data without its keys.</exception>
    public static async Task<RoutingStore> OpenAsync(Settings settings, CancellationToken cancellationToken)
    {
        if (Postgres(settings) is not { } postgres)
            return RoutingStore.Open(Folder(settings), KeysFolder(settings));
        try
        {
            return await RoutingStore.OpenAsync(postgres, cancellationToken);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or StoreUnavailableException or TimeoutException)
        {
            throw new CannotStartException($"database.connection: the database cannot be used ({e.GetType().Name}); is it running, and are name and password right?");
        }
    }

    /// <summary>Verifies the audit of the store, which a running process may have open; null when there is no store.</summary>
    public static Task<AuditVerification?> VerifyAuditAsync(Settings settings, CancellationToken cancellationToken) => Postgres(settings) is { } postgres
        ? RoutingStore.VerifyAuditAsync(postgres, cancellationToken)
        : Task.FromResult(RoutingStore.VerifyAudit(Folder(settings), KeysFolder(settings)));

    /// <summary>Reads the store, which a running process may have open; false when there is no store.</summary>
    public static Task<bool> InspectAsync(Settings settings, Action<ReadScope> read, CancellationToken cancellationToken) => Postgres(settings) is { } postgres
        ? RoutingStore.InspectAsync(postgres, read, cancellationToken)
        : Task.FromResult(RoutingStore.Inspect(Folder(settings), KeysFolder(settings), read));

    private static PostgresSettings? Postgres(Settings settings) => settings.Database is { Name: Database.Postgres, Connection: { } data, KeysConnection: { } keys }
        ? new(data, keys, KeysFolder(settings))
        : null;
}
