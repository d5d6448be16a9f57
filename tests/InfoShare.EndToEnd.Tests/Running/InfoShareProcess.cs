using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace InfoShare.EndToEnd.Tests.Running;

/// <summary><c>infoshare run</c> as a process of its own, on a free port.</summary>
internal sealed partial class InfoShareProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = [];
    private readonly ConcurrentQueue<string> error = [];
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private InfoShareProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => error.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Speaks to it.</summary>
    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Everything that it has written to standard output and standard error.</summary>
    public string Written => string.Join('\n', output.Concat(error));

    /// <summary>The most memory that it has had, in bytes.</summary>
    public long PeakMemory => Memory.PeakOf(process);

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<InfoShareProcess> StartAsync(DataFolder data, params string[] more)
    {
        var started = new InfoShareProcess(Process.Start(
            Command.StartOf("dotnet", [ProjectRoot.Program, "run", "--data", data.Path, "--port", "0", .. more]))!);
        try
        {
            started.Http.BaseAddress = await started.address.Task.WaitAsync(StartLimit);
            using var limit = new CancellationTokenSource(StartLimit);
            while (!await started.IsReadyAsync(limit.Token))
                await Task.Delay(50, limit.Token);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGKILL: nothing of it runs after this.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM; returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        await Command.RunAsync("kill", "-TERM", process.Id.ToString(CultureInfo.InvariantCulture));
        await process.WaitForExitAsync().WaitAsync(StopLimit);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
        Http.Dispose();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        using var answer = await Http.GetAsync("health/ready", cancellationToken);
        return answer.IsSuccessStatusCode;
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            address.TrySetException(new InvalidOperationException($"it ended before it was ready: {Written}"));
            return;
        }

        output.Enqueue(line);
        if (AddressLine().Match(line) is { Success: true } found)
            address.TrySetResult(new Uri(found.Groups[1].Value + "/"));
    }

    [GeneratedRegex(@"^InfoShare is running at (http://\S+)$")]
    private static partial Regex AddressLine();
}
