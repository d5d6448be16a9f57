using InfoShare.Storage.Audit;

namespace InfoShare.Tests.Routing;

public sealed class AuditHeadsTests
{
    [Fact]
    public async Task The_head_of_each_chain_is_its_writers_latest_record()
    {
        await using var stored = await TestStore.CreateAsync();
        await using var store = await stored.OpenAsync();
        Assert.Empty(store.Read(scope => scope.Heads()));

        foreach (var writer in (string[])["router-2", "router-1", "router-2"])
            await store.WriteAsync(scope => scope.Audit(writer, DateTimeOffset.UnixEpoch, "started", writer, ""));

        Assert.Equal(["router-1:1", "router-2:2"], store.Read(scope => scope.Heads()).Select(head => head[..head.LastIndexOf(':')]));
    }
}
