using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.HandOver;

/// <summary>The delivery as it arrived, in the fields of this release, as indented CloudEvents JSON.</summary>
public sealed class JsonDeliveryFormat : IDeliveryFormat
{
    public OutputFile Write(Envelope<Delivery> delivery) => new(".json", DurableFile.Json(delivery));
}
