using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>What comes while the store is busy is taken together when it is free again. Each is answered for itself.</summary>
/// <param name="take">Takes all of them or, by throwing, none.</param>
internal sealed class Gathered<T>(Func<IReadOnlyList<T>, Task> take)
{
    private const int Most = 500;

    private readonly Lock gate = new();
    private readonly Queue<(T Item, TaskCompletionSource Taken)> waiting = new();
    private bool taking;

    /// <summary>Returns when it was taken.</summary>
    public Task AddAsync(T item)
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Enqueue((item, taken));
            if (taking)
                return taken.Task;
            taking = true;
        }

        _ = TakeAllAsync();
        return taken.Task;
    }

    private async Task TakeAllAsync()
    {
        while (Next() is { Count: > 0 } group)
        {
            if (await TryTakeAsync(group))
                continue;
            // One of them is at fault, and only that one should fail.
            foreach (var one in group)
                await TryTakeAsync([one]);
        }
    }

    private List<(T Item, TaskCompletionSource Taken)> Next()
    {
        lock (gate)
        {
            var group = new List<(T Item, TaskCompletionSource Taken)>();
            while (group.Count < Most && waiting.TryDequeue(out var one))
                group.Add(one);
            taking = group.Count > 0;
            return group;
        }
    }

    /// <summary>False when one of several is at fault, and nobody was answered.</summary>
    private async Task<bool> TryTakeAsync(List<(T Item, TaskCompletionSource Taken)> group)
    {
        try
        {
            await take([.. group.Select(one => one.Item)]);
            group.ForEach(one => one.Taken.SetResult());
        }
#pragma warning disable CA1031 // Whatever it was belongs to whoever waits.
        catch (Exception e)
        {
            if (group.Count > 1 && e is not StoreUnavailableException)
                return false;
            group.ForEach(one => one.Taken.SetException(e));
        }
#pragma warning restore CA1031

        return true;
    }
}
