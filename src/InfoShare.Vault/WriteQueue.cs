using System.Threading.Channels;

namespace InfoShare.Vault;

/// <summary>Writes wait here for the one writer of this process, which takes them in groups.</summary>
internal sealed class WriteQueue
{
    private const int MostInGroup = 200;

    private readonly Channel<IWrite> writes = Channel.CreateBounded<IWrite>(new BoundedChannelOptions(10_000) { SingleReader = true });

    /// <summary>Queues the work and waits until its group is done.</summary>
    public async Task<T> AddAsync<T>(Func<WriteScope, T> work)
    {
        var write = new Write<T>(work);
        await writes.Writer.WriteAsync(write);
        return await write.Done;
    }

    /// <summary>As <see cref="AddAsync{T}"/>, without an answer.</summary>
    public Task AddAsync(Action<WriteScope> work) => AddAsync(scope =>
    {
        work(scope);
        return true;
    });

    /// <summary>Commits groups until the queue is closed and empty. Whatever happens to a group, each of its writes is answered and the next group comes.</summary>
    /// <param name="commit">Answers every write of the group.</param>
    public async Task RunAsync(Action<IReadOnlyList<IWrite>> commit)
    {
        var group = new List<IWrite>();
        while (await writes.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < MostInGroup && writes.Reader.TryRead(out var write))
                group.Add(write);
#pragma warning disable CA1031 // A writer that ends would leave everybody waiting for ever, and nobody would see why.
            try
            {
                commit(group);
            }
            catch (Exception e)
            {
                foreach (var write in group)
                    write.Fail(new StoreUnavailableException(e));
            }
#pragma warning restore CA1031
        }
    }

    /// <summary>Takes no more.</summary>
    public void Close() => writes.Writer.TryComplete();
}
