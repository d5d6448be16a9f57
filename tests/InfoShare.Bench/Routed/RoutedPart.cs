using System.Diagnostics;
using InfoShare.Bench.Agencies;
using InfoShare.Bench.Load;
using InfoShare.Bench.Running;

namespace InfoShare.Bench.Routed;

/// <summary>Deliveries routed per second: from the first message sent until the receipt of the last recipient is stored.</summary>
internal static class RoutedPart
{
    private const int InFlight = 400;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    public static async Task<double> RunAsync(BrokerAccess broker, Records records, IReadOnlyList<SendingAgency> senders, int messages)
    {
        await using var agencies = await AllAgencies.ConnectAsync(broker);
        var run = Guid.NewGuid().ToString("n")[..8];
        var concerns = Enumerable.Range(0, messages).Select(i => new Concern(senders[i % senders.Count], run, i, 1, Concerns.ChildInNeed)).ToList();
        var deliveries = concerns.Sum(c => c.From.Recipients);
        var before = await records.ReceivedAsync();

        var began = Stopwatch.GetTimestamp();
        await agencies.SendAsync(concerns, InFlight);
        // The store is asked only when it can be complete, so that counting takes nothing from what is counted.
        while (agencies.Answered < deliveries && Stopwatch.GetElapsedTime(began) < Limit)
            await Task.Delay(Look);
        await Records.UntilAsync(records.ReceivedAsync, before + deliveries, Limit, "receipts stored");
        return deliveries / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
