using System.Text.Json.Nodes;
using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.HandOver.Wording;
using InfoShare.Adapters.Health.Writing;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health;

/// <summary>
/// Writes a delivery as a FHIR R4 message bundle. A concern is a Flag, a move its Patient, a notice or answer its
/// Communication; the text is in the Communication. The same delivery gives the same bytes.
/// </summary>
public sealed class FhirDeliveryFormat : IDeliveryFormat
{
    /// <inheritdoc/>
    public OutputFile Write(Envelope<Delivery> delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var ids = new EntryIds(delivery.Data.DeliveryId);
        var entries = new DeliveryEntries(delivery, ids).All();
        var bundle = Json.Object(
            ("resourceType", "Bundle"),
            ("id", ids.Id("Bundle")),
            ("identifier", Json.Identifier(Fhir.FhirSystems.DeliveryId, delivery.Data.DeliveryId)),
            ("type", "message"),
            ("timestamp", DeliveryWords.Time(delivery.Time)),
            ("entry", Json.Array(entries.Select(resource => Entry(resource, ids)))));
        return new(".fhir.json", Json.Bytes(bundle));
    }

    private static JsonObject Entry(JsonObject resource, EntryIds ids) =>
        Json.Object(("fullUrl", ids.Url((string)resource["resourceType"]!)), ("resource", resource));
}
