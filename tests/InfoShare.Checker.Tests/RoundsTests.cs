using System.Diagnostics;
using System.Text.Json;

namespace InfoShare.Checker.Tests;

/// <summary>The tool itself, as a process of its own, against the product as processes of their own.</summary>
public sealed class RoundsTests(ITestOutputHelper output)
{
    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "InfoShare.Faults", new DirectoryInfo(AppContext.BaseDirectory).Name, "InfoShare.Faults"));

    [Fact]
    public Task A_killed_process_loses_doubles_reorders_and_leaks_nothing() => FindsNothingAsync("--one-process", "--rounds", "1", "--only", "kill", "--seed", "20261120");

    [Fact]
    [Trait("Length", "long")]
    public Task Five_faults_of_a_cluster_lose_double_reorder_and_leak_nothing()
    {
        Assert.SkipUnless(
            Directory.Exists("/usr/lib/rabbitmq") && Directory.Exists("/usr/lib/postgresql"),
            "RabbitMQ or PostgreSQL is not installed; get them with: apt-get install rabbitmq-server postgresql-15");
        return FindsNothingAsync("--rounds", "5", "--seed", "20261120");
    }

    private async Task FindsNothingAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, [.. arguments, "--json"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => output.WriteLine(line.Data ?? "");
        process.BeginErrorReadLine();
        // Whoever ends the tests ends what they have started.
        await using var ending = TestContext.Current.CancellationToken.Register(() => Process.Start("kill", ["-TERM", $"{process.Id}"]));
        var said = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);

        // How long a gap may be is the tool's own business, on a machine that does nothing else: here only what came of it counts.
        using var report = JsonDocument.Parse(said);
        Assert.True(report.RootElement.GetProperty("auditHolds").GetBoolean());
        Assert.All((string[])["lost", "duplicateEffects", "outOfOrder", "forbidden"], count => Assert.Equal(0, report.RootElement.GetProperty(count).GetInt32()));
        Assert.True(report.RootElement.GetProperty("accepted").GetInt32() > 50);
    }
}
