using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health.Writing;

/// <summary>The events of the bundles that we write. Source: our own list, docs/formats-health.md.</summary>
internal static class MessageEvents
{
    /// <summary>What a message of this kind and type is called among events.</summary>
    public static string Event(Delivery delivery) => delivery.Kind switch
    {
        DeliveryKind.Correction => "correction",
        DeliveryKind.Notice => "notice",
        DeliveryKind.Answer => "answer",
        _ when delivery.MessageType == MessageTypes.ChildMovedArea.Name => "child-moved-area",
        _ => string.Concat(delivery.MessageType.Select(c => c == '.' ? "-" : char.IsAsciiLetterUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{c}")),
    };
}
