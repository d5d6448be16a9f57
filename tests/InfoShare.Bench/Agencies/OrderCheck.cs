using System.Collections.Concurrent;

namespace InfoShare.Bench.Agencies;

/// <summary>Notes what came after something that it should have come before. A delivery that comes again is not counted.</summary>
internal sealed class OrderCheck
{
    private readonly ConcurrentDictionary<string, string> last = new();
    private readonly ConcurrentDictionary<string, bool> seen = new();
    private int outOfOrder;

    /// <summary>Deliveries that came too late in their key.</summary>
    public int OutOfOrder => Volatile.Read(ref outOfOrder);

    /// <summary>Different deliveries.</summary>
    public int Count => seen.Count;

    public void Note(ArrivedDelivery delivery)
    {
        if (!seen.TryAdd(delivery.Id, true))
            return;
        if (last.TryGetValue(delivery.Key, out var before) && string.CompareOrdinal(before, delivery.Order) >= 0)
            Interlocked.Increment(ref outOfOrder);
        else
            last[delivery.Key] = delivery.Order;
    }
}
