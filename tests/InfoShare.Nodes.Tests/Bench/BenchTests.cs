using InfoShare.LocalNodes;

namespace InfoShare.Nodes.Tests.Bench;

/// <summary>The bench runs and says what it must; how much it says is not tested.</summary>
public sealed class BenchTests
{
    private static readonly string[] Figures =
    [
        "rawHopPerSecond", "massTransitHopPerSecond", "routedPerSecond", "routedToMassTransitRatio",
        "httpAcceptedPerSecond", "httpP50Ms", "httpP99Ms", "drainPerSecond",
    ];

    /// <summary>Only when asked for: it wants the machine for itself.</summary>
    [Fact(Explicit = true)]
    [Trait("Length", "long")]
    public async Task A_quick_bench_measures_every_figure_and_keeps_the_order_of_a_backlog()
    {
        Assert.SkipWhen(RabbitCluster.Programs is null, "RabbitMQ is not installed: apt-get install rabbitmq-server");
        Assert.SkipWhen(PostgresNode.Programs is null, "PostgreSQL is not installed: apt-get install postgresql-15");
        var result = await BenchProgram.RunAsync("--quick");

        Assert.All(Figures, figure => Assert.True(result.GetProperty(figure).GetDouble() > 0, figure));
        Assert.Equal(0, result.GetProperty("drainOutOfOrder").GetInt32());
        Assert.Contains("routing", result.GetProperty("peakMemoryMiB").EnumerateObject().Select(p => p.Name));
    }
}
