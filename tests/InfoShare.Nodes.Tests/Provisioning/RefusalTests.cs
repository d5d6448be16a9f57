using InfoShare.Broker.Provisioning.Management;
using InfoShare.Broker.Topology;

namespace InfoShare.Nodes.Tests.Provisioning;

/// <summary>When nothing can or may be provisioned, it is said why, in words for whoever set it up.</summary>
[Collection(nameof(OneBrokerTests))]
public sealed class RefusalTests(OneBroker broker)
{
    [Fact]
    public async Task A_virtual_host_that_holds_other_things_is_not_cleared()
    {
        await using var scene = await broker.SceneAsync("police-kent");
        await scene.PutAsync("vhosts/{vhost}", []);
        await scene.PutAsync("exchanges/{vhost}/of-others", new() { ["type"] = "direct", ["durable"] = true });

        var outcome = await scene.ApplyAsync();

        Assert.Contains("give InfoShare a virtual host of its own", outcome.Refusal, StringComparison.Ordinal);
        Assert.Equal("of-others", Assert.Single((await scene.FoundAsync()).Exchanges).Exchange.Name);
    }

    [Fact]
    public async Task Names_of_another_key_are_not_cleared()
    {
        await using var scene = await broker.SceneAsync("police-kent");
        await scene.ApplyAsync();
        var queues = (await scene.FoundAsync()).Queues.Select(q => q.Queue.Name);
        File.Delete(scene.Request.NamesKeyFile);

        var outcome = await scene.ApplyAsync();

        Assert.Contains("put that key back", outcome.Refusal, StringComparison.Ordinal);
        Assert.False(File.Exists(scene.Request.NamesKeyFile));
        Assert.Equal(queues, (await scene.FoundAsync()).Queues.Select(q => q.Queue.Name));
    }

    [Fact]
    public async Task A_wrong_password_is_named_and_not_repeated()
    {
        await using var scene = await broker.SceneAsync("police-kent");

        var e = await RefusedAsync(scene, broker.Management with { Password = new("not-this") });

        Assert.Contains("does not accept the user administrator with this password", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not-this", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_that_is_no_administrator_is_named()
    {
        await using var scene = await broker.SceneAsync("police-kent");
        await scene.PutAsync("users/onlooker", new() { ["password"] = "looks", ["tags"] = "monitoring" });

        var e = await RefusedAsync(scene, broker.Management with { User = "onlooker", Password = new("looks") });
        await scene.DeleteAsync("users/onlooker");

        Assert.Contains("the user onlooker is no administrator", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broker_that_cannot_be_reached_is_named()
    {
        await using var scene = await broker.SceneAsync("police-kent");

        var e = await RefusedAsync(scene, broker.Management with { Url = new("http://127.0.0.1:9") });

        Assert.Contains("http://127.0.0.1:9/ cannot be reached", e.Message, StringComparison.Ordinal);
    }

    private static Task<ManagementException> RefusedAsync(Scene scene, ManagementAddress address) =>
        Assert.ThrowsAsync<ManagementException>(() => scene.ApplyAsync(scene.Request with { Management = address }));
}
