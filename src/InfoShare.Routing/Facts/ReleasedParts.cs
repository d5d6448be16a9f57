using InfoShare.Contracts.Parts;
using InfoShare.Policy;

namespace InfoShare.Routing.Facts;

/// <summary>The parts that a decision releases, masked where it says so, and nothing else. Pure.</summary>
internal static class ReleasedParts
{
    /// <param name="restricted">Where the child can be found, if that is restricted.</param>
    public static MessageParts Of(MessageParts parts, SharingDecision decision, AddressSpellings? restricted)
    {
        var released = parts.Only(decision.Released);
        var masked = decision.With(PartEffect.Mask);
        return masked.Count == 0 ? released : LocationMask.Mask(released, masked, restricted!);
    }
}
