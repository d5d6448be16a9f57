using System.Diagnostics;

namespace InfoShare.EndToEnd.Tests.Running;

/// <summary>What a command left behind.</summary>
/// <param name="PeakMemory">The most memory that it has had in RAM, in bytes, looked at ten times a second.</param>
internal sealed record CommandOutcome(int ExitCode, string Output, string Error, long PeakMemory)
{
    /// <summary>The lines of the error output.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs a command to its end.</summary>
internal static class Command
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Runs <c>infoshare</c> with these arguments.</summary>
    public static Task<CommandOutcome> InfoShareAsync(params string[] arguments) => RunAsync("dotnet", [ProjectRoot.Program, .. arguments]);

    public static async Task<CommandOutcome> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(StartOf(program, arguments))!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            var ended = process.WaitForExitAsync(limit.Token);
            long peak = 0;
            while (await Task.WhenAny(ended, Task.Delay(100, limit.Token)) != ended)
                peak = Math.Max(peak, Memory.PeakOf(process));
            await ended;
            return new(process.ExitCode, await output, await error, peak);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    /// <summary>How to start a program with its output read by us.</summary>
    public static ProcessStartInfo StartOf(string program, IEnumerable<string> arguments) => new(program, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    };
}
