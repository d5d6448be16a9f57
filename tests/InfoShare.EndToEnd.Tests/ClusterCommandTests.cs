using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using InfoShare.EndToEnd.Tests.Running;
using InfoShare.Tests;

namespace InfoShare.EndToEnd.Tests;

/// <summary><c>infoshare cluster</c>, also when its supervisor has died.</summary>
[TakesMinutes]
[Trait("Length", "long")]
public sealed class ClusterCommandTests : IDisposable
{
    private readonly DataFolder data = new();

    [Fact]
    public async Task A_cluster_whose_supervisor_was_killed_is_ended_before_the_next_one_starts_and_nothing_is_left_in_the_end()
    {
        Assert.SkipUnless(Directory.Exists("/usr/lib/rabbitmq/lib"), "RabbitMQ is not installed: apt-get install rabbitmq-server");
        Assert.SkipUnless(Directory.Exists("/usr/lib/postgresql"), "PostgreSQL is not installed: apt-get install postgresql-15");
        var first = await UpAsync();
        Assert.Equal(15, first.Count);
        var supervisor = int.Parse(File.ReadAllText(Path.Combine(data.Path, "cluster.pid")), CultureInfo.InvariantCulture);
        using (var process = Process.GetProcessById(supervisor))
            process.Kill();

        var second = await UpAsync();
        Assert.Empty(first.Intersect(second));
        Assert.DoesNotContain(first, IsOurs);

        var down = await Command.InfoShareAsync("cluster", "down", "--data", data.Path);
        Assert.Equal(0, down.ExitCode);
        Assert.DoesNotContain(second, IsOurs);
    }

    public void Dispose() => data.Dispose();

    private async Task<IReadOnlyList<int>> UpAsync()
    {
        var up = await Command.InfoShareAsync("cluster", "up", "--data", data.Path, "--json");
        Assert.True(up.ExitCode == 0, up.Output + up.Error);
        return [.. JsonDocument.Parse(up.Output).RootElement.EnumerateArray().Select(p => p.GetProperty("pid").GetInt32())];
    }

    /// <summary>Runs, and not merely with the same number as one that did.</summary>
    private bool IsOurs(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline").Contains(data.Path, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
