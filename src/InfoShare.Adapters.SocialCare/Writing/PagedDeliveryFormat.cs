using InfoShare.Adapters.HandOver;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.SocialCare.Writing;

/// <summary>A delivery as JSON for the case system, and as a page to read and print.</summary>
public sealed class PagedDeliveryFormat : IDeliveryFormat
{
    private static readonly JsonDeliveryFormat Json = new();

    /// <inheritdoc/>
    public OutputFile Write(Envelope<Delivery> delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return Json.Write(delivery) with { Page = DeliveryPage.Write(delivery) };
    }
}
