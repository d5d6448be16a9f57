using System.Runtime.InteropServices;
using InfoShare.Bench;
using InfoShare.Bench.Results;
using InfoShare.LocalNodes;

var (options, problem) = BenchOptions.Read(args);
if (options is null)
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
    var result = await new BenchRun(options, stop.Token).RunAsync();
    if (options.Plots is { } folder)
        Plots.Write(folder, result);
    Console.WriteLine(options.Json ? result.ToJson() : Table.Of(result));
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
