using System.Diagnostics;
using InfoShare.LocalNodes;

namespace InfoShare.Cli.Cluster;

/// <summary>A router, an adapter or the console: this very program, as a process of its own with an address that stays.</summary>
internal sealed class SupervisedPart(string name, string kind, int port, IReadOnlyList<string> arguments, string outputFile, string portOption = "--port") : ISupervised
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);
    private volatile Process? process;

    public string Name => name;

    public string Kind => kind;

    public Uri? Address { get; } = new($"http://127.0.0.1:{port}/");

    public int? ProcessId => process is { HasExited: false } running ? running.Id : null;

    public TimeSpan Pause => TimeSpan.FromSeconds(1);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The one before is not disposed: whoever lists the processes may be asking it just now.
        // Its output goes to a file, not to us: it goes on if we end.
        process = Process.Start("sh", ["-c", "out=$1; shift; exec \"$@\" >>\"$out\" 2>&1 </dev/null", "sh", outputFile, .. ThisProgram.Command, .. arguments, portOption, $"{port}"]);
        return Task.CompletedTask;
    }

    public async Task StopAsync()
    {
        if (ProcessId is not { } pid)
            return;
        NodeProcess.Continue(pid);
        NodeProcess.Terminate(pid);
        using var limit = new CancellationTokenSource(StopLimit);
        await process!.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
            process.Kill();
    }
}

/// <summary>How to start this program again.</summary>
internal static class ThisProgram
{
    /// <summary>The program and its first arguments.</summary>
    public static IReadOnlyList<string> Command { get; } = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? [Environment.ProcessPath!, typeof(ThisProgram).Assembly.Location]
        : [Environment.ProcessPath!];
}
