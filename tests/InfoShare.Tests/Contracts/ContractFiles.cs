using System.Text;
using System.Text.Json.Nodes;
using InfoShare.Contracts.Wire;
using InfoShare.Tests.Outside;
using Xunit;

namespace InfoShare.Tests.Contracts;

/// <summary>The files beside the records that have to keep in step with them.</summary>
internal static class ContractFiles
{
    public static string Schemas { get; } = ProjectRoot.Path("contracts", "schemas");

    public static string Examples { get; } = ProjectRoot.Path("contracts", "examples");

    public static string Schema(MessageType type) => Path.Combine(Schemas, $"{type.Name}.v{MessageType.Major}.schema.json");

    public static string Example(MessageType type) => Path.Combine(Examples, $"{type.Name}.json");

    /// <summary>The example of a message type, as JSON that a test may change.</summary>
    public static JsonNode ReadExample(string name) => JsonNode.Parse(File.ReadAllText(Example(Named(name))))!;

    public static byte[] Bytes(JsonNode message) => Encoding.UTF8.GetBytes(message.ToJsonString());

    /// <summary>Every message type by name, for a theory.</summary>
    public static TheoryData<string> Names() => [.. MessageTypes.All.Select(t => t.Name)];

    public static MessageType Named(string name) => MessageTypes.All.Single(t => t.Name == name);
}
