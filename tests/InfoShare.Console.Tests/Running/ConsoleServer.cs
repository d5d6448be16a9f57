using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using InfoShare.EndToEnd.Tests.Running;

namespace InfoShare.Console.Tests.Running;

/// <summary>InfoShare with its console as a process of its own, on RabbitMQ and PostgreSQL where they are installed: the real thing.</summary>
internal sealed partial class ConsoleServer : IAsyncDisposable
{
    private static readonly TimeSpan Starts = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Stops = TimeSpan.FromSeconds(40);

    private readonly Process process;

    private ConsoleServer(Process process, Uri address, string? password) => (this.process, Address, Password) = (process, address, password);

    public Uri Address { get; }

    /// <summary>Where the process itself answers; null: it does not, as in the demo.</summary>
    public Uri? Status { get; private init; }

    /// <summary>Of every account of the demo, or of the administrator at the first start; null: this was not the first.</summary>
    public string? Password { get; }

    /// <param name="data">Where everything is kept.</param>
    /// <param name="command">What is run, on a free port.</param>
    public static async Task<ConsoleServer> StartAsync(string data, params string[] command)
    {
        string[] parts = OnRealParts ? ["--transport", "rabbitmq", "--database", "postgres"] : [];
        var process = Process.Start(new ProcessStartInfo("dotnet", [ProjectRoot.Program, .. command, "--console-port", "0", "--data", data, .. parts])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = new ConcurrentQueue<string?>();
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data);
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Starts);
        var written = "";
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            written += line + "\n";
            if (!line.StartsWith("Stop it with", StringComparison.Ordinal))
                continue;
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return new(process, new(In(written, Place())!), In(written, Word())) { Status = In(written, Running()) is { } status ? new(status) : null };
        }

        await process.WaitForExitAsync(limit.Token);
        throw new InvalidOperationException($"it ended: {written}{string.Join('\n', errors)}");
    }

    public async ValueTask DisposeAsync()
    {
        // What is started in the background may ignore an interrupt.
        using (var stop = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await stop.WaitForExitAsync();
        using var limit = new CancellationTokenSource(Stops);
        await process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    /// <summary>Whether messages go over RabbitMQ and records are in PostgreSQL.</summary>
    public static bool OnRealParts { get; } = Found("/usr/lib/rabbitmq/lib", "rabbitmq_server-*") && Found("/usr/lib/postgresql", "*");

    private static string? In(string written, Regex what) => what.Match(written) is { Success: true } found ? found.Groups[1].Value : null;

    private static bool Found(string folder, string pattern) => Directory.Exists(folder) && Directory.EnumerateDirectories(folder, pattern).Any();

    [GeneratedRegex(@"console:?\s+(http\S+)")]
    private static partial Regex Place();

    [GeneratedRegex(@"running at (http\S+)")]
    private static partial Regex Running();

    [GeneratedRegex(@"(?:password is|administrator with) (\S+)")]
    private static partial Regex Word();
}
