using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace InfoShare.LocalNodes;

/// <summary>Programs that are run to their end, and signals to processes that we started.</summary>
public static partial class NodeProcess
{
    private const int StopSignal = 19;
    private const int ContinueSignal = 18;
    private const int KillSignal = 9;
    private const int TerminateSignal = 15;

    /// <summary>SIGKILL.</summary>
    public static void Kill(int pid) => _ = SendSignal(pid, KillSignal);

    /// <summary>SIGTERM.</summary>
    public static void Terminate(int pid) => _ = SendSignal(pid, TerminateSignal);

    /// <summary>SIGSTOP: it hangs until <see cref="Continue"/>.</summary>
    public static void Pause(int pid) => _ = SendSignal(pid, StopSignal);

    /// <summary>SIGCONT.</summary>
    public static void Continue(int pid) => _ = SendSignal(pid, ContinueSignal);

    /// <summary>Whether the process is there and its command line names the folder, so that it is one of ours and not another with the same number.</summary>
    public static bool IsOurs(int pid, string folder)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline").Contains(folder, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The process number in a pid file's first line, or null.</summary>
    public static int? ReadPid(string file)
    {
        try
        {
            return int.TryParse(File.ReadLines(file).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid) ? pid : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Runs a program to its end; returns what it wrote to standard output.</summary>
    /// <exception cref="NodeException">It ended with another code than 0, or did not end in time.</exception>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, TimeSpan limit, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return process.ExitCode == 0 ? await output : throw new NodeException($"{Path.GetFileName(program)} {string.Join(' ', arguments)} failed: {(await error).Trim()} {(await output).Trim()}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new NodeException($"{Path.GetFileName(program)} did not end within {limit}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Waits until the process has ended.</summary>
    public static async Task WaitForEndAsync(int pid, TimeSpan limit)
    {
        for (var waited = TimeSpan.Zero; waited < limit && File.Exists($"/proc/{pid}/stat") && !IsZombie(pid); waited += TimeSpan.FromMilliseconds(50))
            await Task.Delay(50);
    }

    private static bool IsZombie(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return true;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int pid, int signal);
}

/// <summary>A node could not be started, or a command to it failed. The message is for whoever started it.</summary>
public sealed class NodeException(string message) : Exception(message);
