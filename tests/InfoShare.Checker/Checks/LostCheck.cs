using InfoShare.Checker.Effects;
using InfoShare.Checker.History;
using InfoShare.Checker.Rules;

namespace InfoShare.Checker.Checks;

/// <summary>Whatever was accepted has reached everybody who must have it, with every part that they get, or its sender was told.</summary>
public static class LostCheck
{
    private static readonly string[] NotDelivered = ["no-agreement", "no-recipient", "undeliverable"];

    public static IEnumerable<Finding> Of(Evidence evidence) =>
        Undelivered(evidence).Concat(WithoutParts(evidence)).Concat(NotTold(evidence)).Concat(NotRecalled(evidence));

    private static IEnumerable<Finding> Undelivered(Evidence evidence) =>
        from message in evidence.Account.Accepted
        where !evidence.Account.MayBeTakenBack(message) && !(message.Agreed && evidence.Account.AgreementMayBeTakenBack(message))
        where !IsTold(evidence, message, "no-recipient", "undeliverable")
        from post in Recipients.Of(message)
        where !Has(evidence, message, post)
        select new Finding(FindingKind.Lost, $"{message.Kind} {message.Marker} of {message.Sender} did not reach {post}");

    /// <summary>A later version in its place is as good.</summary>
    private static bool Has(Evidence evidence, Message message, Post post) =>
        evidence.Account.About(message).Where(m => m.Number >= message.Number).Any(m => evidence.ByMarker[m.Marker].Any(c => c.Post == post));

    private static IEnumerable<Finding> WithoutParts(Evidence evidence) =>
        from content in evidence.Content
        where content.Message.HiddenStreet is null && Recipients.Of(content.Message).Contains(content.Post)
        from part in PartsOfRole.Of(content.Post, content.Message).Intersect(content.Message.PlantedParts)
        where !content.Effect.Parts.Contains(part)
        select new Finding(FindingKind.Lost, $"{content.Message.Marker} reached {content.Post} without its part {part}");

    /// <summary>
    /// What nobody may have for want of agreement, its sender hears of. Where the adapter's id of a message is not known,
    /// because the answer that told it was lost, any notice of that sender which belongs to no known message will do.
    /// </summary>
    private static IEnumerable<Finding> NotTold(Evidence evidence)
    {
        var known = evidence.Account.Messages.Select(evidence.Account.IdOf).OfType<string>().ToHashSet();
        var spare = evidence.Effects.Where(e => e.Kind is EffectKind.Told && e.Codes.Overlaps(NotDelivered) && !known.Contains(e.MessageId!))
            .CountBy(e => e.Participant).ToDictionary(p => p.Key, p => p.Value);
        foreach (var message in evidence.Account.Accepted.Where(m => m.Kind is MessageKind.Concern && Recipients.Of(m).Count == 0))
        {
            if (IsTold(evidence, message, NotDelivered) || evidence.ByMarker[message.Marker].Any())
                continue;
            if (evidence.Account.IdOf(message) is null && spare.GetValueOrDefault(message.Sender) > 0)
                spare[message.Sender]--;
            else
                yield return new(FindingKind.Lost, $"{message.Sender} was not told that {message.Marker} was withheld");
        }
    }

    private static bool IsTold(Evidence evidence, Message message, params string[] codes) =>
        evidence.Account.IdOf(message) is { } id && evidence.Told[id].Any(e => e.Codes.Overlaps(codes));

    /// <summary>A concern that was taken back is out of use wherever it had come.</summary>
    private static IEnumerable<Finding> NotRecalled(Evidence evidence) =>
        from withdrawal in evidence.Account.Accepted
        where withdrawal.Kind is MessageKind.Withdrawal
        from message in evidence.Account.About(withdrawal)
        where message.Number < withdrawal.Number
        from content in evidence.ByMarker[message.Marker]
        where !evidence.Recalled.Contains(content.Effect.DeliveryId)
        select new Finding(FindingKind.Lost, $"{message.Marker} was taken back, and {content.Post} still has it in use");
}
