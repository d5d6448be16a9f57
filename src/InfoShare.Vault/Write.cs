namespace InfoShare.Vault;

/// <summary>One piece of work that somebody waits for.</summary>
internal interface IWrite
{
    /// <summary>Runs the work; false when it threw, and the error is kept for <see cref="Complete"/>.</summary>
    /// <param name="isOfTheStore">Tells errors of the store, which the whole group shares and which are thrown on, from the work's own.</param>
    bool Run(WriteScope scope, Func<Exception, bool> isOfTheStore);

    /// <summary>What it left to be run later has failed: it is at fault as if it had thrown.</summary>
    void Blame(Exception fault);

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

    public bool Run(WriteScope scope, Func<Exception, bool> isOfTheStore)
    {
        error = null;
        try
        {
            result = work(scope);
            return true;
        }
#pragma warning disable CA1031 // Whatever the work throws belongs to its caller, not to the neighbours in the group.
        catch (Exception e) when (!isOfTheStore(e))
        {
            error = e;
            return false;
        }
#pragma warning restore CA1031
    }

    public void Blame(Exception fault) => error = fault;

    public void Complete()
    {
        if (error is null)
            done.SetResult(result!);
        else
            done.SetException(error);
    }

    public void Fail(Exception reason) => done.TrySetException(reason);
}
