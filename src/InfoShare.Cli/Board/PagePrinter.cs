using System.ComponentModel;
using System.Diagnostics;

namespace InfoShare.Cli.Board;

/// <summary>Makes a PDF of a page with Chromium, where this machine has one.</summary>
internal static class PagePrinter
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>Why there is none; null: it is written.</returns>
    public static async Task<string?> PrintAsync(string html, string path, CancellationToken cancellationToken)
    {
        if (Browser() is not { } browser)
            return $"a PDF is made with Chromium, and there is none in the path ({string.Join(", ", Browsers)}); the console's board page can be printed instead";
        var folder = System.IO.Directory.CreateTempSubdirectory("infoshare-board-").FullName; // for this user only
        try
        {
            var page = Path.Combine(folder, "board.html");
            await File.WriteAllTextAsync(page, html, cancellationToken);
            return await RunAsync(browser, folder, page, Path.GetFullPath(path), cancellationToken) ? null : "Chromium did not write the PDF";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
            return $"the PDF cannot be written ({e.GetType().Name})";
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> RunAsync(string browser, string folder, string page, string path, CancellationToken cancellationToken)
    {
        // It refuses its sandbox to root; what it is shown is our own page, without script.
        string[] sandbox = Environment.UserName == "root" ? ["--no-sandbox"] : [];
        using var process = Process.Start(new ProcessStartInfo(
            browser, ["--headless", .. sandbox, "--disable-gpu", $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer", $"--print-to-pdf={path}", new Uri(page).AbsoluteUri])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        await process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        return process.HasExited && process.ExitCode == 0 && File.Exists(path);
    }

    private static string? Browser() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Browsers.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
