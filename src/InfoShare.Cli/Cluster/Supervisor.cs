namespace InfoShare.Cli.Cluster;

/// <summary>Starts every process again that ends, until cancelled; then stops them all.</summary>
internal sealed class Supervisor(IReadOnlyList<ISupervised> supervised, ProcessList list, ILogger log)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs until cancelled, then stops everything, the last ones first.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await Task.WhenAll(supervised.Select(each => KeepAsync(each, stop)));
        foreach (var each in supervised.Reverse().GroupBy(s => s.Kind is "broker" or "database"))
            await Task.WhenAll(each.Select(s => s.StopAsync()));
        list.Write(supervised);
    }

    private async Task KeepAsync(ISupervised each, CancellationToken stop)
    {
        int? seen = null;
        while (!stop.IsCancellationRequested)
        {
#pragma warning disable CA1031 // One that is not looked after any more would stay down without a word.
            try
            {
                seen = await LookAsync(each, seen, stop);
            }
            catch (Exception e)
            {
                log.LogError("{Name} could not be looked after: {Error}; it is tried again", each.Name, e.GetType().Name);
                await PauseAsync(each.Pause, stop);
            }
#pragma warning restore CA1031
        }
    }

    /// <summary>Starts it where it does not run. Returns the process that was seen; 0 for one that was just started.</summary>
    private async Task<int?> LookAsync(ISupervised each, int? seen, CancellationToken stop)
    {
        if (each.ProcessId is { } pid)
        {
            if (pid != seen)
                list.Write(supervised);
            await PauseAsync(Look, stop);
            return pid;
        }

        if (seen is not null)
        {
            log.LogWarning("{Name} has ended; it is started again in {Seconds} s", each.Name, each.Pause.TotalSeconds);
            list.Write(supervised);
            await PauseAsync(each.Pause, stop);
        }

        await StartAsync(each, stop);
        return 0;
    }

    private async Task StartAsync(ISupervised each, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
            return;
        try
        {
            await each.StartAsync(stop);
        }
        catch (Exception e) when (e is LocalNodes.NodeException or IOException or OperationCanceledException)
        {
            log.LogWarning("{Name} did not start: {Reason}", each.Name, e.Message);
        }
    }

    private static Task PauseAsync(TimeSpan time, CancellationToken stop) =>
        Task.Delay(time, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
