using System.Text.Json;
using InfoShare.EndToEnd.Tests.Running;

namespace InfoShare.EndToEnd.Tests.Checking;

/// <summary>One file that an agency's system found in <c>out/</c>, read without any code of the product.</summary>
/// <param name="Recipient">The participant.</param>
/// <param name="DeliveryId">Of the delivery or notice.</param>
/// <param name="Kind"><c>original</c>, <c>correction</c> …; empty where the file does not say.</param>
/// <param name="About">The concern, as routing names it.</param>
/// <param name="Role">The post that it is for; empty in a notice to the sender.</param>
/// <param name="Concern">The concern that its text came from; null where the text was not released.</param>
/// <param name="Written">When the file was written.</param>
internal sealed record Effect(string Recipient, string DeliveryId, string Kind, string About, string Role, Concern? Concern, DateTime Written)
{
    public static Effect Read(string recipient, string path)
    {
        var text = File.ReadAllText(path);
        using var document = JsonDocument.Parse(text);
        var (id, kind, about, role) = document.RootElement.TryGetProperty("resourceType", out _) ? Fhir(document.RootElement) : Canonical(document.RootElement);
        Assert.Equal(id, Path.GetFileName(path).Split('.')[0]);
        return new(recipient, id, kind, about, role, Concern.In(text), File.GetLastWriteTimeUtc(path));
    }

    private static (string Id, string Kind, string About, string Role) Canonical(JsonElement envelope)
    {
        var data = envelope.GetProperty("data");
        return data.TryGetProperty("deliveryId", out var id)
            ? (id.GetString()!, data.GetProperty("kind").GetString()!, data.GetProperty("about").GetString()!, data.GetProperty("recipient").GetProperty("role").GetString()!)
            : (envelope.GetProperty("id").GetString()!, "", data.GetProperty("about").GetString()!, "");
    }

    private static (string Id, string Kind, string About, string Role) Fhir(JsonElement bundle)
    {
        var resources = bundle.GetProperty("entry").EnumerateArray().Select(e => e.GetProperty("resource")).ToList();
        var header = resources.Single(r => r.GetProperty("resourceType").GetString() == "MessageHeader");
        var about = resources
            .Where(r => r.TryGetProperty("identifier", out var identifiers) && identifiers.ValueKind == JsonValueKind.Array)
            .SelectMany(r => r.GetProperty("identifier").EnumerateArray())
            .FirstOrDefault(i => i.TryGetProperty("system", out var system) && system.GetString() == "https://infoshare.local/Id/about");
        return (
            bundle.GetProperty("identifier").GetProperty("value").GetString()!,
            "",
            about.ValueKind == JsonValueKind.Undefined ? "" : about.GetProperty("value").GetString()!,
            header.GetProperty("destination")[0].GetProperty("name").GetString()!);
    }
}
