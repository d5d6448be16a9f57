using InfoShare.Vault;

namespace InfoShare.Routing;

/// <summary>What comes while the store is busy is taken together when it is free again. Each is answered for itself.</summary>
/// <param name="take">Takes all of them, and answers each in its place; or, by throwing, takes none.</param>
internal sealed class Gathered<T, TAnswer>(Func<IReadOnlyList<T>, Task<TAnswer[]>> take)
{
    private const int Most = 200;

    private readonly Lock gate = new();
    private readonly Queue<(T Item, TaskCompletionSource<TAnswer> Answer)> waiting = new();
    private bool taking;

    /// <summary>The answer, once it was taken.</summary>
    public Task<TAnswer> AddAsync(T item)
    {
        var answer = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Enqueue((item, answer));
            if (taking)
                return answer.Task;
            taking = true;
        }

        _ = TakeAllAsync();
        return answer.Task;
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

    private List<(T Item, TaskCompletionSource<TAnswer> Answer)> Next()
    {
        lock (gate)
        {
            var group = new List<(T Item, TaskCompletionSource<TAnswer> Answer)>();
            while (group.Count < Most && waiting.TryDequeue(out var one))
                group.Add(one);
            taking = group.Count > 0;
            return group;
        }
    }

    /// <summary>False when one of several is at fault, and nobody was answered.</summary>
    private async Task<bool> TryTakeAsync(List<(T Item, TaskCompletionSource<TAnswer> Answer)> group)
    {
        try
        {
            var answers = await take([.. group.Select(one => one.Item)]);
            foreach (var (one, answer) in group.Zip(answers))
                one.Answer.SetResult(answer);
        }
#pragma warning disable CA1031 // Whatever it was belongs to whoever waits.
        catch (Exception e)
        {
            if (group.Count > 1 && e is not StoreUnavailableException)
                return false;
            group.ForEach(one => one.Answer.SetException(e));
        }
#pragma warning restore CA1031

        return true;
    }
}
