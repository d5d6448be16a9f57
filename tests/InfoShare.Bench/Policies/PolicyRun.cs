using System.Diagnostics;
using InfoShare.Bench.Load;
using InfoShare.Bench.Running;
using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Bench.Policies;

/// <summary>Decides the same requests with a small and with a large set of policies, by turns, on one core.</summary>
internal static class PolicyRun
{
    private const int Requests = 2_000;
    private const int Partnerships = 20;
    private const int Rounds = 7;
    private static readonly TimeSpan RoundLength = TimeSpan.FromSeconds(1);

    /// <summary>What runs it and says the figures; or what is wrong with the arguments.</summary>
    public static (Func<CancellationToken, Task<string>>? Run, string? Problem) Asked(string[] arguments) => arguments switch
    {
        [] => (async stop => (await RunAsync(stop)).ToTable(), null),
        ["--json"] => (async stop => (await RunAsync(stop)).ToJson(), null),
        [var other, ..] => (null, $"bench policy does not know '{other}'; ./infoshare help explains it"),
    };

    private static async Task<PolicyResult> RunAsync(CancellationToken stop)
    {
        (PolicySet Set, IReadOnlyList<Question> Questions)[] sizes = [Size(1), Size(Partnerships)];
        var rates = Array.ConvertAll(sizes, _ => new List<double>());
        // The first round lets the runtime compile what is hot, and is not counted.
        for (var round = 0; round <= Rounds; round++)
        {
            for (var i = 0; i < sizes.Length; i++)
            {
                stop.ThrowIfCancellationRequested();
                var rate = Rate(sizes[i].Set, sizes[i].Questions);
                if (round > 0)
                    rates[i].Add(rate);
                Progress.Say($"{sizes[i].Set.Policies.Count} policies: {rate:0} decisions/s");
            }
        }

        PolicyFigures[] figures = [.. sizes.Select((size, i) => Figures(size.Set, size.Questions, rates[i]))];
        var wasm = await CedarWasmRun.MeasureAsync(SharingPolicies.Text(1), sizes[0].Set, sizes[0].Questions, figures[0].DecisionsPerSecond, stop);
        return new(figures, wasm) { Product = ProductRun.Measure(stop) };
    }

    private static (PolicySet Set, IReadOnlyList<Question> Questions) Size(int partnerships)
    {
        var (set, problems) = PolicySet.Of(PolicyText.Parse(SharingPolicies.Text(partnerships)).Value ?? throw new BenchException("the policies cannot be read"));
        return (set ?? throw new BenchException(problems[0]), SharingRequests.Make(Requests, partnerships));
    }

    /// <summary>In a second of one processor's work, that of collecting garbage included: what else the machine does takes nothing away.</summary>
    private static double Rate(PolicySet set, IReadOnlyList<Question> questions)
    {
        var decisions = 0;
        var before = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < RoundLength)
        {
            foreach (var question in questions)
                Authorizer.Decide(set, question.Request, question.Entities);
            decisions += questions.Count;
        }

        return decisions / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static PolicyFigures Figures(PolicySet set, IReadOnlyList<Question> questions, List<double> rates)
    {
        var microseconds = new List<double>();
        var responses = new List<Response>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var question in questions)
            Authorizer.Decide(set, question.Request, question.Entities);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        foreach (var question in questions)
        {
            var start = Stopwatch.GetTimestamp();
            responses.Add(Authorizer.Decide(set, question.Request, question.Entities));
            microseconds.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        var latencies = new Latencies(microseconds);
        return new(
            set.Policies.Count, questions.Count,
            responses.Count(response => response.Decision == Decision.Allow), responses.SelectMany(response => response.Reasons).Distinct().Count(), responses.Sum(response => response.Errors.Count),
            Math.Round(rates.Order().ElementAt(rates.Count / 2)), Math.Round(rates.Min()), Math.Round(rates.Max()),
            Math.Round(latencies.Percentile(50), 2), Math.Round(latencies.Percentile(99), 2), bytes / questions.Count);
    }
}
