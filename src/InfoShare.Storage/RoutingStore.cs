using Dapper;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Postgres;
using InfoShare.Vault;

namespace InfoShare.Storage;

/// <summary>Routing's memory: messages, decisions, deliveries, consents, the child index and the audit trail.</summary>
public sealed class RoutingStore : IAsyncDisposable
{
    static RoutingStore() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    private const string OperatorPurpose = "operator";

    private readonly ISealedDatabase database;

    private RoutingStore(ISealedDatabase database, MasterKey master)
    {
        this.database = database;
        Ids = master.HashFor("id");
        Children = master.HashFor("child");
        Operators = master.HashFor(OperatorPurpose);
    }

    /// <summary>Hashes that make ids of deliveries and notices.</summary>
    public KeyedHash Ids { get; }

    /// <summary>Hashes that stand for a child's numbers and dates.</summary>
    public KeyedHash Children { get; }

    /// <summary>Hashes that stand for the names of operators, and by which a command shows that it may read the keys.</summary>
    public KeyedHash Operators { get; }

    /// <summary>Changes when the store was restored from a backup.</summary>
    public string Incarnation => database.Incarnation;

    /// <summary>This process has found the store to be restored from a backup.</summary>
    public bool Restored => database.Restored;

    /// <summary>The heads of the audit chains as last noted apart from the data.</summary>
    public string AuditAnchor => database.Anchor;

    /// <summary>Opens or makes the store in files, for one process.</summary>
    /// <exception cref="KeysMissingException">There is data without its keys.</exception>
    public static RoutingStore Open(string folder, string keysFolder)
    {
        var path = Path.Combine(folder, "routing.db");
        var master = MasterKey.Open(keysFolder, dataExists: File.Exists(path));
        return new(SealedDatabase.Open(path, keysFolder, master, RoutingSchema.Sql + ConsoleSchema.Sql + FailureSchema.Sql + RegisterSchema.Sql + PolicySchema.Sql + InboxSchema.Sql + AlertSchema.Sql), master);
    }

    /// <summary>Opens or makes the store on PostgreSQL, for any number of routers.</summary>
    /// <exception cref="KeysMissingException">There are data without their keys.</exception>
    public static async Task<RoutingStore> OpenAsync(PostgresSettings settings, CancellationToken cancellationToken)
    {
        await Migrations.ApplyAsync(settings.Keys, "Keys", cancellationToken);
        await Migrations.ApplyAsync(settings.Data, "Data", cancellationToken);
        var master = await PostgresMasterKey.OpenAsync(settings, cancellationToken);
        return new(await PostgresDatabase.OpenAsync(settings, master, cancellationToken), master);
    }

    /// <summary>Verifies the audit of a store, also of one that a running process has open; changes nothing. Null when there is no store.</summary>
    public static AuditVerification? VerifyAudit(string folder, string keysFolder)
    {
        var path = Path.Combine(folder, "routing.db");
        return File.Exists(path)
            ? SealedDatabase.Inspect(path, keysFolder, MasterKey.Open(keysFolder, dataExists: true), AuditTrail.Verify)
            : null;
    }

    /// <summary>As <see cref="VerifyAudit"/>, on PostgreSQL.</summary>
    public static Task<AuditVerification?> VerifyAuditAsync(PostgresSettings settings, CancellationToken cancellationToken) =>
        PostgresInspection.ReadAsync(settings, AuditTrail.Verify, cancellationToken);

    /// <summary>Reads a store, also one that a running process has open; changes nothing. False when there is no store.</summary>
    public static bool Inspect(string folder, string keysFolder, Action<ReadScope> read)
    {
        var path = Path.Combine(folder, "routing.db");
        return File.Exists(path) && SealedDatabase.Inspect(path, keysFolder, MasterKey.Open(keysFolder, dataExists: true), Read(read));
    }

    /// <summary>As <see cref="Inspect"/>, on PostgreSQL.</summary>
    public static Task<bool> InspectAsync(PostgresSettings settings, Action<ReadScope> read, CancellationToken cancellationToken) =>
        PostgresInspection.ReadAsync(settings, Read(read), cancellationToken);

    /// <summary>As <see cref="Operators"/>, for whoever may read the keys and has not opened the store.</summary>
    /// <exception cref="KeysMissingException">There is no master key.</exception>
    public static KeyedHash OperatorsOf(string keysFolder) => MasterKey.Open(keysFolder, dataExists: true).HashFor(OperatorPurpose);

    /// <inheritdoc cref="ISealedDatabase.WriteAsync{T}"/>
    public Task<T> WriteAsync<T>(Func<WriteScope, T> work) => database.WriteAsync(work);

    /// <inheritdoc cref="ISealedDatabase.WriteAsync(Action{WriteScope})"/>
    public Task WriteAsync(Action<WriteScope> work) => database.WriteAsync(work);

    /// <inheritdoc cref="ISealedDatabase.Read{T}"/>
    public T Read<T>(Func<ReadScope, T> work) => database.Read(work);

    /// <inheritdoc cref="ISealedDatabase.Survey{T}"/>
    public T Survey<T>(Func<ReadScope, T> work) => database.Survey(work);

    /// <summary>Waits for writes under way, then closes the files or connections.</summary>
    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static Func<ReadScope, string, bool> Read(Action<ReadScope> read) => (scope, _) =>
    {
        read(scope);
        return true;
    };
}
