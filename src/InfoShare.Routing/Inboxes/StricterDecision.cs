using InfoShare.Contracts.Codes;
using InfoShare.Policy;

namespace InfoShare.Routing.Inboxes;

/// <summary>What two decisions about one delivery both release. Pure.</summary>
internal static class StricterDecision
{
    /// <summary>
    /// As it is decided now, without what had not gone before: more than went needs a delivery of its own. What went masked is left
    /// out where nothing is there to mask it by any more.
    /// </summary>
    public static SharingDecision Of(SharingDecision now, SharingDecision went) => now with { Parts = [.. now.Parts.Select(part => Of(part, went))] };

    private static PartDecision Of(PartDecision now, SharingDecision went) => (now.Effect, EffectOf(now.Part, went)) switch
    {
        (PartEffect.Release, PartEffect.Release) or (PartEffect.Mask, PartEffect.Release or PartEffect.Mask) => now,
        (PartEffect.Release, PartEffect.Mask) => now with { Effect = PartEffect.Withhold, Code = WithheldCodes.Restricted },
        (PartEffect.Release or PartEffect.Mask, _) => now with { Effect = PartEffect.Withhold, Code = null },
        _ => now,
    };

    private static PartEffect EffectOf(PartName part, SharingDecision decision) => decision.Parts.FirstOrDefault(one => one.Part == part)?.Effect ?? PartEffect.Withhold;
}
