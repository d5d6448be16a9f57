using System.Runtime.InteropServices;
using InfoShare.Bench;
using InfoShare.Bench.Formats;
using InfoShare.Bench.Index;
using InfoShare.Bench.Pages;
using InfoShare.Bench.Policies;
using InfoShare.LocalNodes;

var (run, problem) = args switch
{
    ["formats", .. var rest] => FormatsRun.Asked(rest),
    ["index", .. var rest] => IndexRun.Asked(rest),
    ["policy", .. var rest] => PolicyRun.Asked(rest),
    ["console", .. var rest] => PagesRun.Asked(rest),
    _ => BenchRun.Asked(args),
};
if (run is null)
{
    Console.Error.WriteLine(problem);
    return 2;
}

using var stop = new CancellationTokenSource();
// Whoever stops the bench must not be left with its nodes.
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    Console.WriteLine(await run(stop.Token));
    return 0;
}
catch (Exception e) when (e is BenchException or NodeException)
{
    Console.Error.WriteLine($"the bench could not be run: {e.Message}");
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("stopped");
    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
