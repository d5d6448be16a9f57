using System.Text.Json;
using InfoShare.Broker.Files;
using InfoShare.Broker.Topology;

namespace InfoShare.Broker.Provisioning;

/// <summary>What an agency's adapter needs to connect. Its certificate and key are in the same folder.</summary>
/// <param name="Hosts">Nodes to try in turn, each <c>host:port</c>.</param>
/// <param name="User">The participant, and the common name of its certificate.</param>
/// <param name="Outgoing">The exchange it publishes to, with the routing key <c>ordinary</c> or <c>urgent</c>.</param>
/// <param name="Incoming">The queue it reads.</param>
public sealed record ConnectionFile(IReadOnlyList<string> Hosts, string VirtualHost, string User, string Outgoing, string Incoming)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The connection of one participant.</summary>
    public static ConnectionFile Of(ParticipantNames names, string virtualHost, IReadOnlyList<string> hosts) =>
        new(hosts, virtualHost, names.Participant, names.Outgoing, names.Incoming);

    /// <summary>Where a participant's connection file is.</summary>
    public static string PathFor(string folder, string participant) => Path.Combine(folder, participant + ".json");

    /// <summary>Reads one; null when there is none.</summary>
    /// <exception cref="JsonException">It is damaged.</exception>
    public static ConnectionFile? Read(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<ConnectionFile>(File.ReadAllBytes(path), Indented) : null;

    /// <summary>Writes it, if it is not there as it must be.</summary>
    public void Write(string path)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(this, Indented);
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            WholeFile.WritePrivate(path, content);
    }
}
