using System.Diagnostics;
using InfoShare.Bench.Agencies;
using InfoShare.Bench.Load;
using InfoShare.Bench.Running;

namespace InfoShare.Bench.Drain;

/// <summary>What the drain of a backlog showed.</summary>
/// <param name="Deliveries">How many waited.</param>
/// <param name="OutOfOrder">How many came out of the order of their key.</param>
/// <param name="Seconds">From the recipients' return until the last receipt was stored.</param>
/// <param name="UrgentSeconds">How long an urgent concern took that was sent in the middle of it, to its last recipient.</param>
internal sealed record Drained(int Deliveries, int OutOfOrder, double Seconds, double UrgentSeconds)
{
    public double PerSecond => Deliveries / Seconds;
}

/// <summary>The recipients were away, come back, and get what has waited for them.</summary>
internal static class DrainPart
{
    private const int InFlight = 400;
    private const int ConcernsPerChild = 5;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public static async Task<Drained> RunAsync(BrokerAccess broker, Records records, int deliveries)
    {
        var run = Guid.NewGuid().ToString("n")[..8];
        var urgent = new Concern(SendingAgency.ToMany[0], run, 1_000_000, 1, Concerns.SignificantHarm);
        var (order, express) = (new OrderCheck(), new Express(urgent.Id));
        await using var agencies = await AllAgencies.ConnectAsync(broker, away: true, delivery =>
        {
            if (!express.Is(delivery))
                order.Note(delivery);
        });

        var children = deliveries / SendingAgency.ManyRecipients / ConcernsPerChild;
        var waiting = children * ConcernsPerChild * SendingAgency.ManyRecipients;
        Progress.Say($"  {waiting} deliveries for recipients who are away …");
        await agencies.SendAsync(Backlog(run, children), InFlight);
        var before = await records.ReceivedAsync();

        var began = Stopwatch.GetTimestamp();
        await agencies.ComeBackAsync();
        while (agencies.Answered < waiting / 4)
            await Task.Delay(Look);
        var sending = agencies.SendAsync([urgent], 1);
        express.Began();
        var urgentSeconds = await express.Arrived.WaitAsync(Limit);
        await sending;
        while (agencies.Answered < waiting && Stopwatch.GetElapsedTime(began) < Limit)
            await Task.Delay(Look);
        await Records.UntilAsync(records.ReceivedAsync, before + waiting, Limit, "the backlog");
        return new(waiting, order.OutOfOrder, Stopwatch.GetElapsedTime(began).TotalSeconds, urgentSeconds);
    }

    /// <summary>First each child's first concern, then each child's second.</summary>
    private static IEnumerable<Concern> Backlog(string run, int children) =>
        from number in Enumerable.Range(1, ConcernsPerChild)
        from child in Enumerable.Range(0, children)
        select new Concern(SendingAgency.ToMany[child % SendingAgency.ToMany.Length], run, child, number, Concerns.ChildInNeed);

    /// <summary>Waits for every recipient of the urgent concern: at this level, besides the five, the named nurse and the conference chair.</summary>
    private sealed class Express(string message)
    {
        private const int Recipients = SendingAgency.ManyRecipients + 2;
        private readonly TaskCompletionSource<double> arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long began = Stopwatch.GetTimestamp();
        private int seen;

        public Task<double> Arrived => arrived.Task;

        public void Began() => Interlocked.Exchange(ref began, Stopwatch.GetTimestamp());

        public bool Is(ArrivedDelivery delivery)
        {
            if (delivery.Message != message)
                return false;
            if (Interlocked.Increment(ref seen) == Recipients)
                arrived.TrySetResult(Stopwatch.GetElapsedTime(Interlocked.Read(ref began)).TotalSeconds);
            return true;
        }
    }
}
