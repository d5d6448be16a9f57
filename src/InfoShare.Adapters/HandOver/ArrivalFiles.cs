using System.Text.Json;
using InfoShare.Adapters.Arrival;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;

namespace InfoShare.Adapters.HandOver;

/// <summary>Makes of an arrival the file that the agency's system loads.</summary>
internal sealed class ArrivalFiles(SealedDatabase database, IDeliveryFormat format)
{
    /// <summary>Null when it must not be handed over any more: a later word was there first, or its body is erased.</summary>
    public ArrivalFile? For(InboxRow row)
    {
        if (DueArrivals.IsSuperseded(database, row) || database.Read(read => read.Unseal(row.KeyId, row.Body)) is not { Length: > 0 } body)
            return null;
        var file = Of(row.Kind, body);
        return new(FileNames.Safe(row.Kind == InboxKind.Recall ? row.About : row.Id) + file.Extension, file);
    }

    private OutputFile Of(string kind, byte[] body)
    {
        if (kind == InboxKind.Recall)
            return new(".recalled.json", DurableFile.Json(JsonSerializer.Deserialize<DeliveryRecalled>(body, WireJson.Options)));
        var envelope = WireReader.Read(body).Value!;
        return kind == InboxKind.Withheld
            ? new(".withheld.json", DurableFile.Json(envelope.Around((SharingWithheld)envelope.Data)))
            : format.Write(envelope.Around((Delivery)envelope.Data));
    }
}

/// <summary>A file with its name.</summary>
internal sealed record ArrivalFile(string Name, OutputFile File)
{
    /// <summary>What its content is, for HTTP.</summary>
    public string MediaType => Name switch
    {
        _ when Name.EndsWith(".fhir.json", StringComparison.Ordinal) => "application/fhir+json",
        _ when Name.EndsWith(".json", StringComparison.Ordinal) => "application/json",
        _ when Name.EndsWith(".xml", StringComparison.Ordinal) => "application/xml",
        _ => "application/octet-stream",
    };
}
