using System.Diagnostics;
using System.Text.RegularExpressions;

namespace InfoShare.Console.Tests.Running;

/// <summary>The demo as it is served, on RabbitMQ and PostgreSQL where they are installed: the real thing, with the samples in it.</summary>
internal sealed partial class DemoServer : IAsyncDisposable
{
    private static readonly TimeSpan Starts = TimeSpan.FromMinutes(4);

    private readonly Process process;
    private readonly string folder;

    private DemoServer(Process process, string folder, Uri address, string password) =>
        (this.process, this.folder, Address, Password) = (process, folder, address, password);

    public Uri Address { get; }

    /// <summary>Of every account of the demo.</summary>
    public string Password { get; }

    /// <summary>Whether messages go over RabbitMQ and records are in PostgreSQL.</summary>
    public static bool OnRealParts { get; } =
        Found("/usr/lib/rabbitmq/lib", "rabbitmq_server-*") && Found("/usr/lib/postgresql", "*");

    public static async Task<DemoServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("infoshare-console-").FullName;
        string[] parts = OnRealParts ? ["--transport", "rabbitmq", "--database", "postgres"] : [];
        var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "demo", "--serve", "--console-port", "0", "--data", Path.Combine(folder, "data"), .. parts])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var limit = new CancellationTokenSource(Starts);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var written = "";
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            written += line + "\n";
            if (Places().Match(written) is { Success: true } places)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new(process, folder, new(places.Groups["address"].Value), places.Groups["password"].Value);
            }
        }

        throw new InvalidOperationException($"the demo ended: {written}");
    }

    public async ValueTask DisposeAsync()
    {
        // What is started in the background may ignore an interrupt.
        using (var stop = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await stop.WaitForExitAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        await process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Program => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../InfoShare.Cli/release/infoshare.dll"));

    private static bool Found(string folder, string pattern) => Directory.Exists(folder) && Directory.EnumerateDirectories(folder, pattern).Any();

    [GeneratedRegex(@"console: (?<address>http\S+)[\s\S]*the password is (?<password>\S+)")]
    private static partial Regex Places();
}
