using InfoShare.Checker.Effects;

namespace InfoShare.Checker.Checks;

/// <summary>Each post gets the ordinary messages about one child in the sender's order.</summary>
public static class OrderCheck
{
    public static IEnumerable<Finding> Of(Evidence evidence) =>
        from line in evidence.Content
            .Where(c => c.Message.IsOrdinary && c.Effect.Kind is EffectKind.Original)
            .GroupBy(c => (c.Message.Sender, c.Message.Child.Id, c.Post))
        let inOrder = line.OrderBy(c => c.Message.Number).ToList()
        from pair in inOrder.Zip(inOrder.Skip(1))
        where IsAfter(pair.First.Effect, pair.Second.Effect)
        select new Finding(FindingKind.OutOfOrder, $"{pair.First.Message.Marker} reached {line.Key.Post} after {pair.Second.Message.Marker}, which was handed in later");

    /// <summary>
    /// By the time of writing; or when a whole look into the folder, begun after the later one was there, did not find the
    /// earlier one yet. A single look that finds one of two proves nothing: the other may have come while it went on.
    /// </summary>
    private static bool IsAfter(Effect earlier, Effect later) => earlier.Written > later.Written || earlier.Look > later.Look + 1;
}
