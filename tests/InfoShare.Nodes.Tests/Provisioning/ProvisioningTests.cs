using InfoShare.Broker.Provisioning;
using InfoShare.Broker.Provisioning.Planning;
using InfoShare.Broker.Topology;

namespace InfoShare.Nodes.Tests.Provisioning;

/// <summary>A real broker comes to hold what the participants ask for, and nothing else.</summary>
[Collection(nameof(OneBrokerTests))]
public sealed class ProvisioningTests(OneBroker broker)
{
    private const string Kent = "police-kent";
    private const string Leeds = "health-leeds";

    [Fact]
    public async Task Provisioned_twice_the_second_time_does_nothing()
    {
        await using var scene = await broker.SceneAsync(Kent, Leeds);

        Assert.NotEmpty((await scene.ApplyAsync()).Steps);
        Assert.Equal(new ProvisioningOutcome([], [], null), await scene.ApplyAsync(), SameOutcome);
    }

    [Fact]
    public async Task A_plan_says_what_would_be_done_and_changes_nothing()
    {
        await using var scene = await broker.SceneAsync(Kent);

        var planned = (await scene.PlanAsync()).Steps.Select(s => s.ToString()).ToList();

        Assert.Contains($"make virtual host {scene.VirtualHost}", planned);
        Assert.Contains($"make user {Kent}", planned);
        Assert.Null((await scene.FoundAsync()).Host);
        Assert.Empty(System.IO.Directory.EnumerateFileSystemEntries(scene.Folder));
    }

    [Fact]
    public async Task Keys_passwords_and_connections_are_for_their_owner_alone()
    {
        await using var scene = await broker.SceneAsync(Kent);
        await scene.ApplyAsync();

        var connection = ConnectionFile.Read(ConnectionFile.PathFor(scene.Request.CertificatesFolder, Kent))!;
        Assert.Equal((Kent, scene.Names.For(Kent).Outgoing, scene.Names.For(Kent).Incoming), (connection.User, connection.Outgoing, connection.Incoming));
        Assert.All(
            System.IO.Directory.EnumerateFiles(scene.Folder, "*", SearchOption.AllDirectories),
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task A_participant_that_is_gone_loses_its_user_and_its_queue_and_the_others_do_not()
    {
        await using var scene = await broker.SceneAsync(Kent, Leeds);
        await scene.ApplyAsync();
        var (gone, stays) = (scene.Names.For(Kent), scene.Names.For(Leeds));
        await PublishAsync(scene, gone.Deliveries, "");
        await MessagesAreCountedAsync(scene, gone.Incoming, 1);

        var steps = (await scene.ApplyAsync(scene.Request with { Participants = [Leeds] })).Steps;

        Assert.Contains(steps, s => s.ToString() == $"remove queue {gone.Incoming}, which holds 1 message; the deliveries are in routing's store");
        var found = await scene.FoundAsync();
        Assert.DoesNotContain(found.Users!.Users, u => u.Name == Kent);
        Assert.Contains(found.Users.Users, u => u.Name == Leeds);
        Assert.DoesNotContain(found.Queues, q => q.Queue.Name == gone.Incoming);
        Assert.Contains(found.Queues, q => q.Queue.Name == stays.Incoming);
        Assert.DoesNotContain(found.Exchanges, e => e.Exchange.Name == gone.Outgoing || e.Exchange.Name == gone.Deliveries);
    }

    [Fact]
    public async Task One_whose_certificate_was_revoked_has_no_user_until_it_has_another()
    {
        await using var scene = await broker.SceneAsync(Kent, Leeds);
        await scene.ApplyAsync();

        await scene.ApplyAsync(scene.Request with { Revoked = new HashSet<string> { Kent } });
        var without = await scene.FoundAsync();
        await scene.ApplyAsync();

        Assert.DoesNotContain(without.Users!.Users, u => u.Name == Kent);
        Assert.Contains(without.Queues, q => q.Queue.Name == scene.Names.For(Kent).Incoming);
        Assert.Contains((await scene.FoundAsync()).Users!.Users, u => u.Name == Kent);
    }

    [Fact]
    public async Task What_others_put_into_the_virtual_host_goes_and_what_is_elsewhere_stays()
    {
        await using var scene = await broker.SceneAsync(Kent);
        await scene.ApplyAsync();
        var queues = (await scene.FoundAsync()).Queues.Count;
        await scene.DeleteAsync("vhost-limits/{vhost}/max-queues");
        await scene.PutAsync("queues/{vhost}/strangers", new() { ["durable"] = true, ["arguments"] = new System.Text.Json.Nodes.JsonObject { ["x-queue-type"] = "quorum" } });
        await scene.PutAsync("users/stranger", new() { ["password_hash"] = "", ["tags"] = "" });
        await scene.PutAsync("permissions/{vhost}/stranger", Everything());
        await scene.PutAsync("permissions/%2F/stranger", Everything());
        await scene.PutAsync("exchanges/%2F/strangers", new() { ["type"] = "direct", ["durable"] = true });

        var steps = (await scene.ApplyAsync()).Steps.Select(s => s.ToString());
        var found = await scene.FoundAsync();
        await scene.DeleteAsync("users/stranger");

        Assert.Equal(
            [$"remove permissions of user stranger in virtual host {scene.VirtualHost}", $"make limit max-queues {queues} of virtual host {scene.VirtualHost}", "remove queue strangers"],
            steps);
        Assert.Contains(found.Users!.Users, u => u.Name == "stranger");
        Assert.Contains(found.Users.Grants, g => g.Permissions.User == "stranger" && g.VirtualHost == "/");
        await scene.DeleteAsync("exchanges/%2F/strangers");
    }

    [Fact]
    public async Task A_queue_with_other_arguments_is_made_again_when_it_is_empty()
    {
        await using var scene = await broker.SceneAsync(Kent);
        await scene.ApplyAsync();
        var queue = await SpoilQueueAsync(scene);

        var outcome = await scene.ApplyAsync();

        Assert.True(outcome.Complete);
        Assert.Contains(outcome.Steps, s => s.What.Contains("x-delivery-limit", StringComparison.Ordinal));
        Assert.Equal("20", Assert.Single((await scene.FoundAsync()).Queues, q => q.Queue.Name == queue).Queue.Arguments["x-delivery-limit"]);
        Assert.Empty((await scene.PlanAsync()).Steps);
    }

    [Fact]
    public async Task A_queue_with_other_arguments_that_holds_messages_is_left_alone_and_says_how_to_empty_it()
    {
        await using var scene = await broker.SceneAsync(Kent);
        await scene.ApplyAsync();
        var queue = await SpoilQueueAsync(scene);
        var empty = await scene.PlanAsync();
        var exchange = scene.Names.For(Kent).Deliveries;
        await scene.PostAsync($"bindings/{{vhost}}/e/{exchange}/q/{queue}", new() { ["routing_key"] = "" });
        await PublishAsync(scene, exchange, "");

        // The count of a moment ago said that it was empty; or that it is not, if it is newer.
        var outcome = await scene.ApplyAsync();

        Assert.IsType<QueueReplacement>(Assert.Single(empty.Steps, s => s.What.Contains("x-delivery-limit", StringComparison.Ordinal)));
        Assert.False(outcome.Complete);
        Assert.Contains("let its reader go on until it is empty", Assert.Single(outcome.Refused).ToString(), StringComparison.Ordinal);
        await MessagesAreCountedAsync(scene, queue, 1);
        Assert.Contains((await scene.FoundAsync()).Bindings, b => b.Binding == new BrokerBinding(exchange, queue, ToQueue: true, ""));
    }

    /// <summary>The participant's queue again, without a delivery limit.</summary>
    private static async Task<string> SpoilQueueAsync(Scene scene)
    {
        var queue = scene.Names.For(Kent).Incoming;
        await scene.DeleteAsync($"queues/{{vhost}}/{queue}");
        await scene.PutAsync($"queues/{{vhost}}/{queue}", new() { ["durable"] = true, ["arguments"] = new System.Text.Json.Nodes.JsonObject { ["x-queue-type"] = "quorum" } });
        await MessagesAreCountedAsync(scene, queue, 0);
        return queue;
    }

    private static Task PublishAsync(Scene scene, string exchange, string key) => scene.PostAsync(
        $"exchanges/{{vhost}}/{exchange}/publish",
        new() { ["properties"] = new System.Text.Json.Nodes.JsonObject(), ["routing_key"] = key, ["payload"] = "{}", ["payload_encoding"] = "string" });

    /// <summary>The broker counts every few seconds.</summary>
    private static async Task MessagesAreCountedAsync(Scene scene, string queue, long messages)
    {
        while ((await scene.FoundAsync()).Queues.Single(q => q.Queue.Name == queue).Messages != messages)
            await Task.Delay(200, TestContext.Current.CancellationToken);
    }

    private static System.Text.Json.Nodes.JsonObject Everything() => new() { ["configure"] = ".*", ["write"] = ".*", ["read"] = ".*" };

    private static bool SameOutcome(ProvisioningOutcome one, ProvisioningOutcome other) =>
        one.Steps.Select(s => s.ToString()).SequenceEqual(other.Steps.Select(s => s.ToString())) && one.Refusal == other.Refusal && one.Complete == other.Complete;
}
