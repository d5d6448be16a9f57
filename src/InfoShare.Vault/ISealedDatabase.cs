namespace InfoShare.Vault;

/// <summary>
/// A database whose bodies are sealed with a key per record. Writes take turns, commit in groups and are answered once they
/// are on disk; readers go beside them. What it is kept in makes no difference to whoever uses it.
/// </summary>
public interface ISealedDatabase : IAsyncDisposable
{
    /// <summary>Changes when the data were restored from a backup: what happened after the backup is not in them.</summary>
    string Incarnation { get; }

    /// <summary>The data were found to be restored from a backup, by this process.</summary>
    bool Restored { get; }

    /// <summary>What the last commit was noted to have reached, kept apart from the data: an audit's heads.</summary>
    string Anchor { get; }

    /// <summary>Runs the work in a transaction and returns when it is on disk. If it throws, only its own writes are undone.</summary>
    /// <param name="work">Reads and writes through the scope and does nothing else: it can be run a second time after a rollback.</param>
    /// <exception cref="StoreUnavailableException">Nothing was kept, or nobody can tell; do it again by what is on record then.</exception>
    Task<T> WriteAsync<T>(Func<WriteScope, T> work);

    /// <inheritdoc cref="WriteAsync{T}"/>
    Task WriteAsync(Action<WriteScope> work);

    /// <summary>Reads what is committed, beside the writers.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached.</exception>
    T Read<T>(Func<ReadScope, T> work);

    /// <summary>As <see cref="Read{T}"/>, for counts that go through much of what is stored, and may take minutes when that is much.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached, or was not done in minutes.</exception>
    T Survey<T>(Func<ReadScope, T> work);
}
