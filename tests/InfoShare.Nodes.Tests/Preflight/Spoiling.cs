using System.Text.Json.Nodes;
using InfoShare.Broker.Topology;
using InfoShare.Nodes.Tests.Provisioning;

namespace InfoShare.Nodes.Tests.Preflight;

/// <summary>Ways to spoil a broker that was provisioned for Kent and Leeds, and what must be said of each.</summary>
internal static class Spoiling
{
    public const string Kent = "police-kent";
    public const string Leeds = "health-leeds";

    /// <summary>By name: what to do, and the codes of all reasons that there are then.</summary>
    public static readonly IReadOnlyDictionary<string, (Func<Scene, Task> Spoil, string[] Codes)> All = new Dictionary<string, (Func<Scene, Task>, string[])>
    {
        ["a queue is gone"] = (s => s.DeleteAsync($"queues/{{vhost}}/{s.Names.For(Kent).Incoming}"), ["no-binding", "no-queue"]),
        ["a classic queue"] = (s => QueueAsync(s, new() { ["x-queue-type"] = "classic" }), ["queue-not-quorum"]),
        ["no delivery limit"] = (s => QueueWithoutAsync(s, "x-delivery-limit"), ["no-delivery-limit"]),
        ["no dead-letter exchange"] = (s => QueueWithoutAsync(s, "x-dead-letter-exchange"), ["no-dead-letter-exchange"]),
        ["dead letters at most once"] = (s => QueueWithoutAsync(s, "x-dead-letter-strategy"), ["dead-letters-at-most-once"]),
        ["the oldest is dropped"] = (s => QueueWithoutAsync(s, "x-overflow"), ["drops-when-full"]),
        ["messages run out"] = (s => QueueAsync(s, With(s, "x-message-ttl", 1000)), ["foreign-argument"]),
        ["a queue of somebody else"] = (ForeignQueueAsync, ["foreign-queue"]),
        ["no binding"] = (s => s.DeleteAsync($"bindings/{{vhost}}/e/{s.Names.For(Kent).Outgoing}/e/{s.Names.Routing.Exchange}/{RoutingNames.UrgentKey}"), ["no-binding"]),
        ["an ear at routing"] = (s => BindAsync(s, s.Names.Routing.Exchange, "q", s.Names.For(Leeds).Incoming, "ordinary"), ["foreign-binding"]),
        ["an ear at an incoming queue"] = (s => BindAsync(s, s.Names.For(Kent).Deliveries, "q", s.Names.For(Leeds).Incoming, ""), ["foreign-binding"]),
        ["a way round routing"] = (s => BindAsync(s, s.Names.For(Kent).Outgoing, "e", s.Names.For(Leeds).Deliveries, "ordinary"), ["foreign-binding"]),
        ["an alternate exchange"] = (s => OutgoingAsync(s, "direct", new() { ["alternate-exchange"] = s.Names.For(Leeds).Deliveries }), ["alternate-exchange"]),
        ["an exchange of another type"] = (s => OutgoingAsync(s, "topic", []), ["exchange-type"]),
        ["an exchange is gone"] = (s => s.DeleteAsync($"exchanges/{{vhost}}/{s.Names.For(Kent).Outgoing}"), ["no-binding", "no-exchange"]),
        ["no age limit"] = (s => s.DeleteAsync("policies/{vhost}/age-of-dead-letters"), ["no-policy"]),
        ["an age limit for deliveries"] = (s => PolicyAsync(s, "policies", "queues", "message-ttl"), ["foreign-policy"]),
        ["an operator's age limit"] = (s => PolicyAsync(s, "operator-policies", "queues", "message-ttl"), ["foreign-policy"]),
        ["more permissions than its own"] = (s => GrantAsync(s, Kent, s.Names.For(Leeds).Incoming), ["permissions"]),
        ["routing may make queues"] = (s => GrantAsync(s, RoutingNames.User, ".*"), ["permissions"]),
        ["a stranger"] = (s => GrantAsync(s, "stranger", ".*"), ["foreign-user"]),
        ["a participant with the management interface"] = (s => TagAsync(s, "management"), ["foreign-tag"]),
        ["a participant as an administrator"] = (s => TagAsync(s, "administrator"), ["foreign-tag"]),
        ["one who can be anybody"] = (s => TagAsync(s, "impersonator"), ["impersonator"]),
        ["tracing"] = (s => s.PutAsync("vhosts/{vhost}", new() { ["description"] = WantedTopology.Mark, ["tracing"] = true }), ["tracing"]),
    };

    private static JsonObject With(Scene scene, string name, JsonNode? value)
    {
        var arguments = new QueueRules(1).Incoming(scene.Names.Routing.DeadDeliveries).ToJson();
        if (value is null)
            arguments.Remove(name);
        else
            arguments[name] = value;
        return arguments;
    }

    private static Task QueueWithoutAsync(Scene scene, string name) => QueueAsync(scene, With(scene, name, null));

    private static async Task QueueAsync(Scene scene, JsonObject arguments)
    {
        var queue = scene.Names.For(Kent).Incoming;
        await scene.DeleteAsync($"queues/{{vhost}}/{queue}");
        await scene.PutAsync($"queues/{{vhost}}/{queue}", new() { ["durable"] = true, ["arguments"] = arguments });
        await BindAsync(scene, scene.Names.For(Kent).Deliveries, "q", queue, "");
    }

    private static async Task ForeignQueueAsync(Scene scene)
    {
        await scene.DeleteAsync("vhost-limits/{vhost}/max-queues");
        await scene.PutAsync("queues/{vhost}/somebody", new() { ["durable"] = true });
    }

    private static Task BindAsync(Scene scene, string source, string kind, string destination, string key) =>
        scene.PostAsync($"bindings/{{vhost}}/e/{source}/{kind}/{destination}", new() { ["routing_key"] = key });

    private static async Task OutgoingAsync(Scene scene, string type, JsonObject arguments)
    {
        var exchange = scene.Names.For(Kent).Outgoing;
        await scene.DeleteAsync($"exchanges/{{vhost}}/{exchange}");
        await scene.PutAsync($"exchanges/{{vhost}}/{exchange}", new() { ["type"] = type, ["durable"] = true, ["arguments"] = arguments });
        await BindAsync(scene, exchange, "e", scene.Names.Routing.Exchange, RoutingNames.OrdinaryKey);
        await BindAsync(scene, exchange, "e", scene.Names.Routing.Exchange, RoutingNames.UrgentKey);
    }

    private static Task PolicyAsync(Scene scene, string kind, string appliesTo, string sets) => scene.PutAsync(
        $"{kind}/{{vhost}}/short", new() { ["pattern"] = "^agency", ["apply-to"] = appliesTo, ["definition"] = new JsonObject { [sets] = 1000 } });

    private static async Task GrantAsync(Scene scene, string user, string read)
    {
        if (user == "stranger")
            await scene.PutAsync("users/stranger", new() { ["password_hash"] = "", ["tags"] = "" });
        await scene.PutAsync($"permissions/{{vhost}}/{user}", new() { ["configure"] = user == RoutingNames.User ? ".*" : "^$", ["write"] = "^$", ["read"] = read });
    }

    private static Task TagAsync(Scene scene, string tag) => scene.PutAsync($"users/{Kent}", new() { ["password_hash"] = "", ["tags"] = tag });
}
