using System.Text.Json.Nodes;

namespace InfoShare.Broker.Provisioning.Management;

/// <summary>One change over the management interface. Asking for what is so already changes nothing.</summary>
/// <param name="Path">Below <c>/api/</c>, escaped.</param>
/// <param name="Body">Null when there is nothing to say.</param>
public sealed record ManagementRequest(HttpMethod Method, string Path, JsonObject? Body)
{
    public static ManagementRequest Put(string path, JsonObject body) => new(HttpMethod.Put, path, body);

    public static ManagementRequest Post(string path, JsonObject body) => new(HttpMethod.Post, path, body);

    public static ManagementRequest Delete(string path) => new(HttpMethod.Delete, path, null);

    /// <summary>A path of these words, each escaped: <c>/</c> is the name of RabbitMQ's first virtual host.</summary>
    public static string PathOf(params string[] words) => string.Join('/', words.Select(Uri.EscapeDataString));
}
