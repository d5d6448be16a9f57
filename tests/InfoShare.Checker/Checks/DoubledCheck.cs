using InfoShare.Checker.Effects;

namespace InfoShare.Checker.Checks;

/// <summary>One delivery id has one effect, and no post gets the same version of a message under two ids.</summary>
public static class DoubledCheck
{
    /// <param name="evidence">All that is known.</param>
    /// <param name="again">Files that came back after they had been taken away, or were written anew.</param>
    public static IEnumerable<Finding> Of(Evidence evidence, IEnumerable<string> again) =>
        again.Select(file => new Finding(FindingKind.Doubled, $"{file} came a second time"))
            .Concat(evidence.Effects.GroupBy(e => (e.DeliveryId, IsRecall: e.Kind is EffectKind.Recall)).Where(g => g.Count() > 1)
                .Select(g => new Finding(FindingKind.Doubled, $"delivery {g.Key.DeliveryId} is in {string.Join(" and ", g.Select(e => $"{e.Participant}/{e.File}"))}")))
            .Concat(evidence.Content.GroupBy(c => (c.Message.Marker, c.Post)).Where(g => g.Select(c => c.Effect.DeliveryId).Distinct().Count() > 1)
                .Select(g => new Finding(FindingKind.Doubled, $"{g.Key.Marker} reached {g.Key.Post} as {string.Join(" and ", g.Select(c => c.Effect.DeliveryId))}")));
}
