using InfoShare.Contracts.Deliveries;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Routing.Inboxes;

/// <summary>A delivery that somebody of its post has opened.</summary>
/// <param name="Content">What it says to them; null: nothing any more, and <paramref name="Closed"/> says why.</param>
/// <param name="Overtaken">Something later was said about the same.</param>
public sealed record OpenedDelivery(DeliveryRow Row, Delivery? Content, ClosedBecause? Closed, bool Overtaken = false);

/// <summary>Why a delivery that was released once shows nothing any more.</summary>
public enum ClosedBecause
{
    /// <summary>It was called back.</summary>
    Recalled = 1,

    /// <summary>Its message was erased when its time was over.</summary>
    Erased,

    /// <summary>By what is known now, it is not this post's to know.</summary>
    NotPermitted,
}
