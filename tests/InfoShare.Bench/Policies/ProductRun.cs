using System.Diagnostics;
using InfoShare.Bench.Load;
using InfoShare.Bench.Running;
using InfoShare.Policy;
using InfoShare.Storage.Decisions;
using OurPolicies = InfoShare.Policy.SharingPolicies;

namespace InfoShare.Bench.Policies;

/// <summary>Decides generated facts of every role and part with the policies of this release, and makes each decision's record.</summary>
internal static class ProductRun
{
    private const int Decisions = 2_000;
    private const int Rounds = 7;
    private static readonly TimeSpan RoundLength = TimeSpan.FromSeconds(1);
    private static readonly SharingPolicy Policy = OurPolicies.OfThisRelease.At(GeneratedFacts.Now);

    public static ProductFigures Measure(CancellationToken stop)
    {
        var facts = GeneratedFacts.Make(Decisions);
        var requests = facts.Average(one => Requests(Policy.Decide(one)));
        var (recorded, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            var (withRecord, without) = (Rate(facts, Recorded), Rate(facts, Policy.Decide));
            if (round == 0)
                continue;
            recorded.Add(withRecord);
            bare.Add(without);
            Progress.Say($"the product's decisions: {withRecord:0}/s, {withRecord * requests:0} requests/s; {without * requests:0} requests/s without the record");
        }

        var (latencies, bytes) = Each(facts);
        return new(
            Policy.Rules.Count, Decisions, Math.Round(requests, 1), Math.Round(Middle(recorded)), Math.Round(Middle(recorded) * requests),
            Math.Round(recorded.Min() * requests), Math.Round(recorded.Max() * requests), Math.Round(Middle(bare) * requests),
            Math.Round(latencies.Percentile(50), 1), Math.Round(latencies.Percentile(99), 1), bytes);
    }

    private static string Recorded(SharingFacts facts) => DecisionTable.HashOf(DecisionTable.RowOf(
        "education-cumberland", "5ffd5c0b-3b2c-4f7e-9a53-0b5f8f0f6a51", "d-9f0c6f0e", "first", Policy.Version, "2026-11-01", facts, Policy.Decide(facts)));

    /// <summary>One for whether the recipient may know; where nothing permits it, one more as if all had agreed; otherwise one for each part.</summary>
    private static int Requests(SharingDecision decision) => decision switch
    {
        { MayKnow: true, Because: not ["builtin-front-door"] } => 1 + decision.Parts.Count,
        { Because: ["no-agreement-to-share" or "no-ground-to-share"] } => 2,
        _ => 1,
    };

    /// <summary>In a second of one processor's work, that of collecting garbage included.</summary>
    private static double Rate<T>(IReadOnlyList<SharingFacts> facts, Func<SharingFacts, T> decide)
    {
        var decisions = 0;
        var before = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < RoundLength)
        {
            foreach (var one in facts)
                decide(one);
            decisions += facts.Count;
        }

        return decisions / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static (Latencies Latencies, long BytesPerDecision) Each(IReadOnlyList<SharingFacts> facts)
    {
        var microseconds = new List<double>(facts.Count);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var one in facts)
        {
            var start = Stopwatch.GetTimestamp();
            Recorded(one);
            microseconds.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return (new(microseconds), (GC.GetAllocatedBytesForCurrentThread() - before) / facts.Count);
    }

    private static double Middle(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);
}
