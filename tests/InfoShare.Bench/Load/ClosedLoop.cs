using System.Diagnostics;

namespace InfoShare.Bench.Load;

/// <summary>Requests over so many connections, each with one request at a time: the next goes when the last is answered.</summary>
internal static class ClosedLoop
{
    private const int Accepted = 202;

    /// <summary>Accepted requests per second, and how long each took.</summary>
    /// <exception cref="BenchException">A request was not accepted.</exception>
    public static async Task<(double PerSecond, Latencies Latencies)> RunAsync(Uri address, int connections, int requests, Func<int, byte[]> body)
    {
        var clients = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => KeepAliveClient.ConnectAsync(address)));
        var times = new double[requests];
        var next = -1;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(clients.Select(client => Task.Run(() => PostManyAsync(client))));
        var elapsed = Stopwatch.GetElapsedTime(began);
        foreach (var client in clients)
            client.Dispose();
        return (requests / elapsed.TotalSeconds, new(times));

        async Task PostManyAsync(KeepAliveClient client)
        {
            for (var nth = Interlocked.Increment(ref next); nth < requests; nth = Interlocked.Increment(ref next))
            {
                var content = body(nth);
                var sent = Stopwatch.GetTimestamp();
                if (await client.PostAsync(content) is not Accepted and var status)
                    throw new BenchException($"a message was answered with {status} instead of {Accepted}");
                times[nth] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            }
        }
    }
}
