using Microsoft.Data.Sqlite;

namespace InfoShare.Vault;

internal interface IWrite
{
    /// <summary>Runs the work; false when it threw, and the error is kept for <see cref="Complete"/>.</summary>
    bool Run(WriteScope scope);

    void Complete();

    void Fail(Exception error);
}

internal sealed class Write<T>(Func<WriteScope, T> work) : IWrite
{
    // Continuations must not run on the writer.
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;
    private Exception? error;

    public Task<T> Done => done.Task;

    public bool Run(WriteScope scope)
    {
        try
        {
            result = work(scope);
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR)
        {
            // The disk, not the work: the whole group is lost and must be tried again.
            throw;
        }
#pragma warning disable CA1031 // Whatever the work throws belongs to its caller, not to the neighbours in the group.
        catch (Exception e)
        {
            error = e;
            return false;
        }
#pragma warning restore CA1031
    }

    public void Complete()
    {
        if (error is null)
            done.SetResult(result!);
        else
            done.SetException(error);
    }

    public void Fail(Exception reason) => done.TrySetException(reason);
}

/// <summary>The disk did not take a write (full, failing, read-only). Nothing of it was kept; try again later.</summary>
public sealed class StoreUnavailableException(Exception inner) : Exception("the store cannot write: " + inner.GetType().Name, inner);
