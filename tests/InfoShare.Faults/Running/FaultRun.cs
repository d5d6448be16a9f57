using System.Data.Common;
using InfoShare.Checker.Checks;
using InfoShare.Checker.History;
using InfoShare.Checker.Records;
using InfoShare.Faults.Agencies;
using InfoShare.Faults.Faults;
using InfoShare.Faults.Load;
using InfoShare.Faults.Product;

namespace InfoShare.Faults.Running;

/// <summary>The rounds: load, a fault in the middle of it, more load, rest, and then everything is checked.</summary>
internal sealed class FaultRun(Options options, IProduct product, Journal journal, TextWriter progress)
{
    private const int MostShown = 8;
    private static readonly TimeSpan BeforeFault = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LeastLoad = TimeSpan.FromSeconds(22);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestOutage = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan RestLimit = TimeSpan.FromSeconds(180);

    private readonly Clock clock = new();
    private readonly Random random = new(options.Seed);
    private readonly Random telling = new(options.Seed + 1);

    public async Task<Report> RunAsync(CancellationToken cancellationToken)
    {
        await using var systems = new AgencySystems(product, clock);
        systems.Start();
        var stories = new Stories(telling, "m");
        using var http = new HttpWay(product, journal, clock);
        using var rest = new Rest(product);
        var files = new FileWay(product, journal, clock);
        var faults = Faults(stories, http, files);
        var rounds = new List<Round>();
        var verdict = new Verdict([]);
        for (var number = 1; number <= options.Rounds; number++)
        {
            if ((number - 1) % faults.Length == 0)
                random.Shuffle(faults);
            var round = await PlayAsync(number, faults[(number - 1) % faults.Length], new LoadRun(stories, http, files, systems), rest, systems, cancellationToken);
            var before = verdict;
            verdict = await CheckAsync(files, systems, cancellationToken);
            rounds.Add(round);
            await progress.WriteLineAsync(
                $"round {number} of {options.Rounds}: {round.Fault} ({round.Hit}), {round.Accepted} accepted, {round.Effects} effects, gap {round.GapSeconds:0.0} s, "
                + $"delay {round.LongestDelaySeconds:0.0} s, rest after {(round.RestSeconds is { } seconds ? $"{seconds:0}" : "?")} s, {(verdict.Holds ? "nothing wrong" : $"{verdict.Findings.Count} findings")}");
            foreach (var finding in verdict.Findings.Except(before.Findings).Take(MostShown))
                await progress.WriteLineAsync($"  {finding.Kind}: {finding.What}");
        }

        var account = journal.Account();
        return new(options.Seed, rounds, account.Accepted.Count(), account.Messages.Count(m => account.OutcomeOf(m) is Outcome.Unknown), systems.Effects.Count, verdict);
    }

    private Fault[] Faults(Stories stories, HttpWay http, FileWay files) =>
        [.. new ProcessFaults(product).All
            .Concat(product is LocalCluster cluster ? new BrokerFaults(cluster).All : [])
            .Append(new PoisonFault(stories, http, files).Fault)
            .Where(f => options.Asks(f.Name))];

    private async Task<Round> PlayAsync(int number, Fault fault, LoadRun load, Rest rest, AgencySystems systems, CancellationToken cancellationToken)
    {
        var (acceptedBefore, effectsBefore, began) = (journal.Account().Accepted.Count(), systems.Effects.Count, clock.Now);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var working = load.RunAsync(stop.Token, giveUp.Token);
        await Task.Delay(BeforeFault, cancellationToken);
        var (hit, notPlayed) = await HitAsync(fault, cancellationToken);
        await RecoveredAsync(systems, cancellationToken);
        var left = LeastLoad.TotalSeconds - (clock.Now - began);
        await Task.Delay(TimeSpan.FromSeconds(Math.Max(0, left)), cancellationToken);

        var ended = clock.Now;
        await stop.CancelAsync();
        giveUp.CancelAfter(LongestOutage);
        await working;
        var isAtRest = await rest.WaitAsync(RestLimit, cancellationToken);
        var (effects, account) = (systems.Effects, journal.Account());
        var hung = fault.Name == "hang-adapter" && notPlayed is null ? hit.Split(' ')[0]["adapter-".Length..] : null;
        return new(
            number, fault.Name, hit, notPlayed, account.Accepted.Count() - acceptedBefore, effects.Count - effectsBefore,
            Gap.Longest(effects, began, ended, hung), fault.GapLimit.TotalSeconds, Gap.LongestDelay(account, effects, began),
            isAtRest ? clock.Now - ended : null);
    }

    private async Task<(string Hit, string? NotPlayed)> HitAsync(Fault fault, CancellationToken cancellationToken)
    {
        try
        {
            return (await fault.Play(random, cancellationToken), null);
        }
        catch (ProductException e)
        {
            return ("not played", e.Message);
        }
    }

    /// <summary>Load goes on until something has come through again for some seconds, so that the gap is seen whole.</summary>
    private async Task RecoveredAsync(AgencySystems systems, CancellationToken cancellationToken)
    {
        var before = systems.Effects.Count;
        var began = clock.Now;
        while (systems.Effects.Count == before && clock.Now - began < LongestOutage.TotalSeconds)
            await Task.Delay(200, cancellationToken);
        await Task.Delay(AfterFault, cancellationToken);
    }

    private async Task<Verdict> CheckAsync(FileWay files, AgencySystems systems, CancellationToken cancellationToken)
    {
        // Once more after the rest, so that nothing is missed.
        files.Look();
        await systems.LookAsync();
        await using var store = product.Store();
        await store.OpenAsync(cancellationToken);
        return Verdict.On(new Evidence(journal.Account(), systems.Effects, await StoreReader.ReadAsync(store, cancellationToken)), systems.Again);
    }
}
