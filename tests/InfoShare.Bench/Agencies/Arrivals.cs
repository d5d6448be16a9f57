using System.Text.Json;

namespace InfoShare.Bench.Agencies;

/// <summary>What routing says of a message.</summary>
internal sealed record ArrivedReceipt(string About, string Outcome, string Reasons);

/// <summary>A delivery, as far as its order and its answer need it.</summary>
/// <param name="Key">Recipient and partition key: deliveries of one key must come in order.</param>
/// <param name="Order">Where it stands in its key; texts compare as the places do.</param>
internal sealed record ArrivedDelivery(string Id, string Organisation, string Key, string Order, string Message);

/// <summary>Reads the few fields of an arrival that the bench needs, and writes the answer to it.</summary>
internal static class Arrivals
{
    /// <summary>A receipt, a delivery, or null for anything else.</summary>
    public static object? Read(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var envelope = document.RootElement;
        var data = envelope.GetProperty("data");
        return Text(envelope, "type") switch
        {
            "uk.infoshare.receipt.v1" => new ArrivedReceipt(
                Text(data, "about"), Text(data, "outcome"), data.TryGetProperty("reasons", out var reasons) ? reasons.GetRawText() : ""),
            "uk.infoshare.delivery.v1" => DeliveryOf(envelope, data),
            _ => null,
        };
    }

    /// <summary>The answer to deliveries, one or many.</summary>
    public static byte[] Received(string id, IReadOnlyList<ArrivedDelivery> deliveries) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        specversion = "1.0",
        id,
        source = $"https://infoshare.local/agency/{deliveries[0].Organisation}",
        type = "uk.infoshare.receipt.v1",
        time = "2026-11-19T09:31:00Z",
        causationid = deliveries[0].Id,
        data = new { about = deliveries[0].Id, alsoAbout = deliveries.Skip(1).Select(delivery => delivery.Id), outcome = "received" },
    });

    private static ArrivedDelivery DeliveryOf(JsonElement envelope, JsonElement data)
    {
        var recipient = data.GetProperty("recipient");
        var organisation = Text(recipient, "organisation");
        return new(
            Text(data, "deliveryId"), organisation, $"{organisation} {Text(recipient, "role")} {Optional(envelope, "partitionkey")}",
            Optional(envelope, "order"), Text(data, "messageId"));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string Optional(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString()! : "";
}
