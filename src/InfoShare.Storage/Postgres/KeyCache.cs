namespace InfoShare.Storage.Postgres;

/// <summary>
/// The keys used last, in the clear, so that a message's key is not fetched for each of its deliveries. A key destroyed by
/// another process can stay here for a while; its record's bytes are gone by then.
/// </summary>
internal sealed class KeyCache
{
    private const int Most = 50_000;

    private readonly Lock gate = new();
    private Dictionary<long, byte[]> young = [];
    private Dictionary<long, byte[]> old = [];

    public byte[]? Find(long id)
    {
        lock (gate)
            return young.GetValueOrDefault(id) ?? old.GetValueOrDefault(id);
    }

    public byte[] Add(long id, byte[] key)
    {
        lock (gate)
        {
            if (young.Count >= Most)
                (old, young) = (young, []);
            young[id] = key;
        }

        return key;
    }

    public void Remove(long id)
    {
        lock (gate)
        {
            young.Remove(id);
            old.Remove(id);
        }
    }
}
