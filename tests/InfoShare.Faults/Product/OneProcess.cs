using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace InfoShare.Faults.Product;

/// <summary>
/// <c>infoshare run</c>: everything in one process, on the in-memory transport and SQLite, started again a second after it
/// has ended. It shows that the load and the checks are right where there is no RabbitMQ and no PostgreSQL.
/// </summary>
internal sealed partial class OneProcess(string data) : IProduct
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BeforeRestart = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stop = new();
    private volatile RunningProcess? current;
    private Task supervising = Task.CompletedTask;

    public string Data => data;

    public IReadOnlyList<RunningProcess> Processes => current is { } process ? [process] : [];

    public Uri? AddressOf(string participant) => current?.Address;

    public DbConnection Store() => new SqliteConnection($"Data Source={Path.Combine(data, "routing", "routing.db")};Mode=ReadOnly;Pooling=False");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        SQLitePCL.Batteries_V2.Init();
        supervising = SuperviseAsync();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        while (current is null)
        {
            if (supervising.IsCompleted)
                await supervising;
            await Task.Delay(50, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await supervising.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task SuperviseAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            await RunOnceAsync();
            await Task.Delay(BeforeRestart, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunOnceAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Programs.InfoShare, "run", "--data", data, "--port", "0"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(stop.Token) is { } line)
            {
                if (AddressLine().Match(line) is { Success: true } found)
                    current = new("infoshare", "one", process.Id, new Uri(found.Groups[1].Value + "/"));
            }
        }
        catch (OperationCanceledException)
        {
            Signals.Kill(process.Id);
        }

        await process.WaitForExitAsync();
    }

    [GeneratedRegex(@"^InfoShare is running at (http://\S+)$")]
    private static partial Regex AddressLine();
}
