using System.Security.Cryptography;
using System.Text.Json;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Telemetry;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Messages;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>Keeps a message that cannot be read, for a person to look at, and tells its sender the fields that are wrong.</summary>
internal static class Quarantine
{
    public static Reply Take(WriteScope scope, RoutingContext routing, string sender, ReadOnlySpan<byte> body, IReadOnlyList<FieldProblem> problems)
    {
        var contentHash = Convert.ToHexStringLower(SHA256.HashData(body));
        var header = LooseHeader.Of(body);
        var id = header.Id ?? contentHash[..32];
        ReceiptReason[] reasons = [.. problems.Select(p => new ReceiptReason { Code = "invalid-field", Field = p.Field.Length == 0 ? null : p.Field, Text = p.Problem })];
        var reply = new Reply(id, ReceiptOutcome.Quarantined, reasons, header.Epoch, header.Sequence);
        if (scope.FindMessage(sender, id) is not null)
            return reply;

        scope.Insert(new MessageRow
        {
            Sender = sender,
            Id = id,
            Type = "unreadable",
            PartitionKey = header.PartitionKey,
            Epoch = header.Epoch,
            Sequence = header.Sequence,
            ContentHash = contentHash,
            ReceivedAt = routing.Now.ToMicroseconds(),
            Outcome = "quarantined",
            Reasons = JsonSerializer.Serialize(reasons, WireJson.Options),
        }, body);
        RoutingSignals.Quarantined();
        scope.Audit(routing.Settings.Writer, routing.Now, "message-quarantined", id, $"{sender} {contentHash} {string.Join(',', problems.Select(p => p.Field))}");
        if (header is { PartitionKey: { } key, Epoch: { } epoch, Sequence: { } sequence } && SequenceCheck.Problem(scope.SequenceOf(sender, key), epoch, sequence) is null)
            scope.Advance(sender, key, epoch, sequence);
        return reply;
    }
}

/// <summary>As much of the envelope as can be told of a message that cannot be read, so that its key goes on.</summary>
internal sealed record LooseHeader(string? Id, string? PartitionKey, int? Epoch, int? Sequence)
{
    public static LooseHeader Of(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MessageLimits.Depth });
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            return root.ValueKind is JsonValueKind.Object
                ? new(Text(root, "id"), Text(root, "partitionkey"), Number(root, "epoch"), Number(root, "sequence"))
                : new(null, null, null, null);
        }
        catch (JsonException)
        {
            return new(null, null, null, null);
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 and <= 100 } text ? text : null;

    private static int? Number(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
