using Dapper;
using InfoShare.Vault;

namespace InfoShare.Storage;

/// <summary>Routing's memory: messages, decisions, deliveries, consents, the child index and the audit trail.</summary>
public sealed class RoutingStore : IAsyncDisposable
{
    static RoutingStore() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    private readonly SealedDatabase database;

    private RoutingStore(SealedDatabase database, MasterKey master)
    {
        this.database = database;
        Ids = master.HashFor("id");
        Children = master.HashFor("child");
    }

    /// <summary>Hashes that make ids of deliveries and notices.</summary>
    public KeyedHash Ids { get; }

    /// <summary>Hashes that stand for a child's numbers and dates.</summary>
    public KeyedHash Children { get; }

    /// <summary>Changes when the store was restored from a backup.</summary>
    public string Incarnation => database.Incarnation;

    /// <summary>The store was found at this start to be restored from a backup.</summary>
    public bool Restored => database.Restored;

    /// <summary>The head of the audit chain as last noted apart from the data.</summary>
    public string AuditAnchor => database.Anchor;

    /// <summary>Opens or makes the store.</summary>
    /// <exception cref="KeysMissingException">There is data without its keys.</exception>
    public static RoutingStore Open(string folder, string keysFolder)
    {
        var path = Path.Combine(folder, "routing.db");
        var master = MasterKey.Open(keysFolder, dataExists: File.Exists(path));
        return new(SealedDatabase.Open(path, keysFolder, master, RoutingSchema.Sql), master);
    }

    /// <summary>Verifies the audit of a store, also of one that a running process has open; changes nothing. Null when there is no store.</summary>
    public static Audit.AuditVerification? VerifyAudit(string folder, string keysFolder)
    {
        var path = Path.Combine(folder, "routing.db");
        return File.Exists(path)
            ? SealedDatabase.Inspect(path, keysFolder, MasterKey.Open(keysFolder, dataExists: true), (scope, anchor) => Audit.AuditTrail.Verify(scope, anchor))
            : null;
    }

    /// <inheritdoc cref="SealedDatabase.WriteAsync{T}"/>
    public Task<T> WriteAsync<T>(Func<WriteScope, T> work) => database.WriteAsync(work);

    /// <inheritdoc cref="SealedDatabase.WriteAsync(Action{WriteScope})"/>
    public Task WriteAsync(Action<WriteScope> work) => database.WriteAsync(work);

    /// <inheritdoc cref="SealedDatabase.Read{T}"/>
    public T Read<T>(Func<ReadScope, T> work) => database.Read(work);

    /// <summary>Waits for writes under way, then closes the files.</summary>
    public ValueTask DisposeAsync() => database.DisposeAsync();
}
