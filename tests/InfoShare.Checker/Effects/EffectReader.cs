using System.Text.Json;

namespace InfoShare.Checker.Effects;

/// <summary>Reads a file of <c>out/</c>: canonical JSON, a FHIR bundle, a notice to the sender or a recall.</summary>
public static class EffectReader
{
    private const string DeliverySystem = "https://infoshare.local/Id/delivery-id";
    private const string Agency = "https://infoshare.local/agency/";

    /// <exception cref="JsonException">The file is not whole, or not what its name says.</exception>
    public static Effect Read(string participant, string file, string text, DateTime written, double seen, long look)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        var effect = file.EndsWith(".recalled.json", StringComparison.Ordinal) ? Recall(root)
            : file.EndsWith(".withheld.json", StringComparison.Ordinal) ? Told(root)
            : root.TryGetProperty("resourceType", out _) ? Fhir(root)
            : Canonical(root);
        var planted = Canary.PartsIn(text).ToList();
        return effect with
        {
            Participant = participant,
            File = file,
            Marker = planted.Select(p => p.Marker).FirstOrDefault(),
            Parts = planted.Select(p => p.Part).ToHashSet(),
            HiddenStreets = Canary.HiddenStreetsIn(text),
            Written = written,
            Seen = seen,
            Look = look,
        };
    }

    private static Effect Of(EffectKind kind, string? deliveryId) =>
        new() { Participant = "", File = "", Kind = kind, DeliveryId = deliveryId ?? throw new JsonException("a file without a delivery id") };

    private static Effect Recall(JsonElement root) => Of(EffectKind.Recall, root.GetProperty("deliveryId").GetString());

    /// <summary>Of what was withheld, only what concerns the whole message: a part that a role has no need of is no loss.</summary>
    private static Effect Told(JsonElement root)
    {
        var data = root.GetProperty("data");
        var codes = data.GetProperty("withheld").EnumerateArray().Where(w => !w.TryGetProperty("part", out _)).Select(w => w.GetProperty("code").GetString()!);
        return Of(EffectKind.Told, root.GetProperty("id").GetString()) with { MessageId = data.GetProperty("messageId").GetString(), Codes = codes.ToHashSet() };
    }

    private static Effect Canonical(JsonElement root)
    {
        var data = root.GetProperty("data");
        var recipient = data.GetProperty("recipient");
        return Of(KindOf(data.GetProperty("kind").GetString()), data.GetProperty("deliveryId").GetString()) with
        {
            MessageId = data.GetProperty("messageId").GetString(),
            Organisation = recipient.GetProperty("organisation").GetString()!,
            Role = recipient.GetProperty("role").GetString()!,
        };
    }

    private static Effect Fhir(JsonElement root)
    {
        var header = root.GetProperty("entry").EnumerateArray().Select(e => e.GetProperty("resource"))
            .Single(r => r.GetProperty("resourceType").GetString() == "MessageHeader");
        var destination = header.GetProperty("destination")[0];
        var identifier = root.GetProperty("identifier");
        if (identifier.GetProperty("system").GetString() != DeliverySystem)
            throw new JsonException("a bundle whose identifier is no delivery id");
        return Of(KindOf(header.GetProperty("reason").GetProperty("coding")[0].GetProperty("code").GetString()), identifier.GetProperty("value").GetString()) with
        {
            Organisation = destination.GetProperty("endpoint").GetString()![Agency.Length..],
            Role = destination.GetProperty("name").GetString()!,
        };
    }

    private static EffectKind KindOf(string? word) => word switch
    {
        "original" or "new" => EffectKind.Original,
        "correction" => EffectKind.Correction,
        "notice" => EffectKind.Notice,
        "answer" => EffectKind.Answer,
        _ => throw new JsonException("a delivery of an unknown kind"),
    };
}
