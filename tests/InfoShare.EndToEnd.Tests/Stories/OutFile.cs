using System.Text.Json;

namespace InfoShare.EndToEnd.Tests.Stories;

/// <summary>A file that an agency's system got, read without any code of the product.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="Type">The message that it comes from; empty for a notice to the sender.</param>
/// <param name="Role">The post that it is for; empty for a notice.</param>
/// <param name="DeliveryId">Empty where the file is in a format of the agency's own.</param>
/// <param name="Written">When the system got it.</param>
/// <param name="Data">What it says in the canonical form; null in a format of the agency's own.</param>
internal sealed record OutFile(string Participant, string Type, string Role, string DeliveryId, JsonElement? Data, string Text, DateTime Written)
{
    public static OutFile Read(string participant, string path)
    {
        var (text, written) = (File.ReadAllText(path), File.GetLastWriteTimeUtc(path));
        if (!path.EndsWith(".json", StringComparison.Ordinal))
            return new(participant, "", "", "", null, text, written);
        var root = JsonDocument.Parse(text).RootElement;
        if (root.TryGetProperty("resourceType", out _))
            return Fhir(participant, root, text, written);
        var data = root.GetProperty("data");
        return data.TryGetProperty("deliveryId", out var id) && data.TryGetProperty("recipient", out var recipient)
            ? new(participant, data.GetProperty("messageType").GetString()!, recipient.GetProperty("role").GetString()!, id.GetString()!, data, text, written)
            : new(participant, "", "", "", data, text, written);
    }

    private static OutFile Fhir(string participant, JsonElement bundle, string text, DateTime written)
    {
        var header = bundle.GetProperty("entry").EnumerateArray().Select(e => e.GetProperty("resource")).Single(r => r.GetProperty("resourceType").GetString() == "MessageHeader");
        return new(participant, "", header.GetProperty("destination")[0].GetProperty("name").GetString()!, bundle.GetProperty("identifier").GetProperty("value").GetString()!, null, text, written);
    }
}
