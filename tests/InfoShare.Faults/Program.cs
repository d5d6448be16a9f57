using System.Runtime.InteropServices;
using InfoShare.Checker.History;
using InfoShare.Faults.Product;
using InfoShare.Faults.Running;

if (Options.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync($"usage: {Options.Usage}");
    return 2;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var folder = Directory.CreateTempSubdirectory("infoshare-faults-");
// PostgreSQL runs as a user of its own, who must be able to pass through.
folder.UnixFileMode = (UnixFileMode)0b111_101_101;
var isWell = false;
try
{
    isWell = await RunAsync();
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("stopped");
}
catch (ProductException e)
{
    await Console.Error.WriteLineAsync(e.Message);
}

if (!options.Keep && (isWell || stop.IsCancellationRequested))
    folder.Delete(recursive: true);
else
    await Console.Error.WriteLineAsync($"kept: {folder.FullName}");
return isWell ? 0 : 1;

async Task<bool> RunAsync()
{
    var data = Path.Combine(folder.FullName, "data");
    await using IProduct product = options.OneProcess ? new OneProcess(data) : new LocalCluster(data);
    await Console.Error.WriteLineAsync($"seed {options.Seed}; starting …");
    await product.StartAsync(stop.Token);
    using var journal = new Journal(Path.Combine(folder.FullName, "history.jsonl"));
    var report = await new FaultRun(options, product, journal, Console.Error).RunAsync(stop.Token);
    foreach (var line in report.Lines())
        await Console.Error.WriteLineAsync(line);
    if (options.Json)
        await Console.Out.WriteLineAsync(report.ToJson());
    return report.IsWell;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
