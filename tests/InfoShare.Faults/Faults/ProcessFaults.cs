using InfoShare.Faults.Product;

namespace InfoShare.Faults.Faults;

/// <summary>Processes that die without warning, and processes that hang and later go on.</summary>
internal sealed class ProcessFaults(IProduct product)
{
    private static readonly TimeSpan OneKilled = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OneHung = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AllDied = TimeSpan.FromSeconds(60);

    /// <summary>Those of the kinds of process that there are.</summary>
    public IEnumerable<Fault> All => new[]
    {
        Kill("kill-all-in-one", "one", AllDied), Hang("hang-all-in-one", "one", 5, 15),
        Kill("kill-router", "routing", OneKilled), Kill("kill-adapter", "adapter", OneKilled), Kill("kill-database", "database", OneKilled),
        Kill("kill-broker", "broker", OneKilled),
        KillEach("kill-all-routers", "routing"), KillEach("kill-all-brokers", "broker"), KillEach("kill-everything", "broker", "database", "routing", "adapter"),
        Hang("hang-router", "routing", 5, 40), Hang("hang-adapter", "adapter", 5, 40), Hang("hang-database", "database", 5, 20), Hang("hang-broker", "broker", 5, 40),
    }.OfType<Fault>();

    /// <summary>Hangs one process for so long.</summary>
    private static async Task<string> HangAsync(RunningProcess process, TimeSpan time, CancellationToken cancellationToken)
    {
        var pid = process.Pid!.Value;
        Signals.Stop(pid);
        try
        {
            await Task.Delay(time, cancellationToken);
        }
        finally
        {
            Signals.Continue(pid);
        }

        return $"{process.Name} for {time.TotalSeconds:0} s";
    }

    private Fault? Kill(string name, string kind, TimeSpan limit) => Has(kind) ? new(name, limit, (random, _) =>
    {
        var process = One(kind, random);
        Signals.Kill(process.Pid!.Value);
        return Task.FromResult(process.Name);
    }) : null;

    private Fault? KillEach(string name, params string[] kinds) => Has(kinds[0]) ? new(name, AllDied, (_, _) =>
    {
        var all = product.Processes.Where(p => p.Pid is not null && kinds.Contains(p.Kind)).ToList();
        all.ForEach(p => Signals.Kill(p.Pid!.Value));
        return Task.FromResult($"{all.Count} processes");
    }) : null;

    private Fault? Hang(string name, string kind, int least, int most) => Has(kind)
        ? new(name, OneHung, (random, cancellationToken) => HangAsync(One(kind, random), TimeSpan.FromSeconds(random.Next(least, most + 1)), cancellationToken))
        : null;

    private bool Has(string kind) => product.Processes.Any(p => p.Kind == kind);

    private RunningProcess One(string kind, Random random)
    {
        var all = product.Processes.Where(p => p.Pid is not null && p.Kind == kind).ToList();
        return all[random.Next(all.Count)];
    }
}
