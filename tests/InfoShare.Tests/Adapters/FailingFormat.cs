using InfoShare.Adapters.HandOver;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;

namespace InfoShare.Tests.Adapters;

/// <summary>A form that cannot be written for one delivery, until it is told otherwise.</summary>
internal sealed class FailingFormat(string failing) : IDeliveryFormat
{
    public bool Fails { get; set; } = true;

    public List<string> Written { get; } = [];

    public OutputFile Write(Envelope<Delivery> delivery)
    {
        if (Fails && delivery.Data.DeliveryId == failing)
            throw new IOException("a test's full disk");
        Written.Add(delivery.Data.DeliveryId);
        return new(".json", WireWriter.Write(delivery));
    }
}
