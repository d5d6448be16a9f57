using System.Text.Json.Nodes;
using InfoShare.Cli.Index;
using InfoShare.Routing.Invented;
using InfoShare.Storage;

namespace InfoShare.Tests.Commands;

public sealed class IndexLoadRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    [Fact]
    public async Task Invented_children_are_records_that_are_found_by_their_details()
    {
        Assert.Equal(0, await RunAsync(300));

        Assert.Equal(300, (int)JsonNode.Parse(output.ToString())!["children"]!);
        await using var store = RoutingStore.Open(folder.File("data", "routing"), folder.File("data.keys", "routing"));
        Assert.Equal(300, store.Read(scope => scope.First<long>("select count(*) from record where sender = @Sender", new { InventedRecords.Sender })));
        Assert.True(store.Read(scope => scope.First<long>("select count(*) from record_key")) > 3_000);
    }

    [Fact]
    public async Task They_never_go_beside_anything_else()
    {
        Assert.Equal(0, await RunAsync(1));
        Assert.Equal(1, await RunAsync(1));
        Assert.Contains("is not empty", output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    private Task<int> RunAsync(int children) =>
        new IndexLoadRun(TimeProvider.System, output, error).RunAsync(new(children, folder.File("data"), true), TestContext.Current.CancellationToken);
}
