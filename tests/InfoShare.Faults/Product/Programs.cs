using System.Diagnostics;

namespace InfoShare.Faults.Product;

/// <summary>Runs programs to their end.</summary>
internal static class Programs
{
    /// <summary>The <c>infoshare</c> program, built in the same configuration as this.</summary>
    public static string InfoShare { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "InfoShare.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "infoshare.dll"));

    /// <summary>What the program wrote to standard output.</summary>
    /// <param name="environment">Replaces the whole environment; null: ours.</param>
    /// <exception cref="ProductException">It ended with another code than 0, or not in time.</exception>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, TimeSpan limit, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        if (environment is not null)
        {
            start.Environment.Clear();
            foreach (var (name, value) in environment)
                start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return process.ExitCode == 0 ? await output : throw new ProductException($"{Named(program, arguments)} failed: {(await error).Trim()}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProductException($"{Named(program, arguments)} did not end within {limit.TotalSeconds:0} s");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static string Named(string program, IEnumerable<string> arguments) => $"{Path.GetFileName(program)} {string.Join(' ', arguments)}";
}

/// <summary>The product could not be started or driven. The message is for whoever runs this.</summary>
internal sealed class ProductException(string message) : Exception(message);
