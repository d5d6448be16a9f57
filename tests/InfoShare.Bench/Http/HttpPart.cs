using InfoShare.Bench.Load;
using InfoShare.Bench.Running;

namespace InfoShare.Bench.Http;

/// <summary>What an adapter took by HTTP.</summary>
internal sealed record Accepted(double PerSecond, double P50Ms, double P99Ms);

/// <summary>Messages that an adapter has on disk when it answers 202, while it sends them on to the broker.</summary>
internal static class HttpPart
{
    private const int Connections = 32;

    public static async Task<Accepted> RunAsync(Uri adapter, int requests)
    {
        var (sender, run) = (SendingAgency.ToMany[0], Guid.NewGuid().ToString("n")[..8]);
        var address = new Uri(adapter, $"agencies/{sender.Participant}/messages");
        var (perSecond, latencies) = await ClosedLoop.RunAsync(address, Connections, requests, i =>
            Concerns.HandedIn(new(sender, run, i, 1, Concerns.ChildInNeed)));
        return new(perSecond, latencies.Percentile(50), latencies.Percentile(99));
    }
}
