using System.Diagnostics;
using System.Text.RegularExpressions;
using InfoShare.LocalNodes;

namespace InfoShare.Bench.Running;

/// <summary>A router, or adapters, as a process of its own: the program as it is released.</summary>
internal sealed partial class PartProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly Process process;

    private PartProcess(Process process) => this.process = process;

    public int Id => process.Id;

    /// <summary>Where it answers.</summary>
    public required Uri Address { get; init; }

    /// <summary>Starts it; returns when it is ready.</summary>
    /// <exception cref="BenchException">It ended, or is not ready in time.</exception>
    public static async Task<PartProcess> StartAsync(Nodes nodes, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments, "--config", nodes.SettingsFile, "--data", nodes.Data, "--port", "0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Progress.Say(line.Data);
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(StartLimit);
        try
        {
            var part = new PartProcess(process) { Address = await AddressAsync(process, limit.Token) };
            await part.ReadyAsync(limit.Token);
            return part;
        }
        catch
        {
            process.Kill();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        NodeProcess.Terminate(process.Id);
        using var limit = new CancellationTokenSource(StopLimit);
        await process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    /// <summary>Built in the same configuration as the bench.</summary>
    private static string Program => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "InfoShare.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "infoshare.dll"));

    private static async Task<Uri> AddressAsync(Process process, CancellationToken limit)
    {
        while (await process.StandardOutput.ReadLineAsync(limit) is { } line)
        {
            if (AddressLine().Match(line) is not { Success: true } found)
                continue;
            // Nobody wants the rest, but somebody must take it.
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return new(found.Groups[1].Value + "/");
        }

        throw new BenchException("a part of InfoShare ended before it was ready");
    }

    private async Task ReadyAsync(CancellationToken limit)
    {
        using var http = new HttpClient();
        while (true)
        {
            using var answer = await http.GetAsync(new Uri(Address, "health/ready"), limit);
            if (answer.IsSuccessStatusCode)
                return;
            await Task.Delay(Look, limit);
        }
    }

    [GeneratedRegex(@"^InfoShare is running at (http://\S+)$")]
    private static partial Regex AddressLine();
}
