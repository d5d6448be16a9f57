using InfoShare.Checker.Effects;
using InfoShare.Checker.History;
using InfoShare.Checker.Records;
using InfoShare.Checker.Rules;

namespace InfoShare.Checker.Checks;

/// <summary>Nobody got what they must not have: no stranger, no part too many, no hidden address, nothing after agreement was taken back.</summary>
public static class ForbiddenCheck
{
    private const string OnAgreement = "early-help-with-agreement";

    // What one router stamps and what another stamps may be so far apart, though their transactions were in order.
    private static readonly long Slack = (long)TimeSpan.FromSeconds(1).TotalMicroseconds;

    public static IEnumerable<Finding> Of(Evidence evidence) =>
        Strangers(evidence).Concat(PartsTooMany(evidence)).Concat(HiddenAddresses(evidence))
            .Concat(StillInUse(evidence)).Concat(SentAfterWithdrawal(evidence)).Concat(Refused(evidence));

    /// <summary>Who had an earlier version may also have a later one, as a correction or a notice.</summary>
    private static IEnumerable<Finding> Strangers(Evidence evidence) =>
        from content in evidence.Content
        where !evidence.Account.About(content.Message).Any(m => Recipients.Of(m).Contains(content.Post))
        select new Finding(FindingKind.Forbidden, $"{content.Message.Marker} reached {content.Post}, who must not have it");

    private static IEnumerable<Finding> PartsTooMany(Evidence evidence) =>
        from content in evidence.Content
        let parts = PartsOfRole.Of(content.Post, content.Message)
        from part in content.Effect.Parts
        where !parts.Contains(part)
        select new Finding(FindingKind.Forbidden, $"{content.Message.Marker} reached {content.Post} with the part {part}, which that role must not have");

    private static IEnumerable<Finding> HiddenAddresses(Evidence evidence) =>
        from effect in evidence.Effects
        from street in effect.HiddenStreets
        where effect.Kind is not (EffectKind.Original or EffectKind.Correction) || !PartsOfRole.SeesRestrictedAddress(new(effect.Organisation, effect.Role))
        select new Finding(FindingKind.Forbidden, $"{effect.Participant}/{effect.File} for {effect.Role} tells a restricted address");

    /// <summary>What rested on agreement alone, and was sent while it stood, is recalled when it is taken back.</summary>
    private static IEnumerable<Finding> StillInUse(Evidence evidence) =>
        from withdrawal in evidence.Account.Accepted
        where withdrawal.Kind is MessageKind.ConsentWithdrawal
        join content in evidence.Content on withdrawal.Child.Id equals content.Message.Child.Id
        where RestsOnAgreement(content) && !evidence.Recalled.Contains(content.Effect.DeliveryId)
        select new Finding(FindingKind.Forbidden, $"{content.Message.Marker} is in use at {content.Post} although the agreement was taken back");

    private static bool RestsOnAgreement(Content content) => content.Message is { Kind: MessageKind.Concern, Level: < 3, SexualAbuse: false, DomesticAbuse: false };

    private static IEnumerable<Finding> SentAfterWithdrawal(Evidence evidence)
    {
        var takenBack = evidence.Records.Messages.Where(m => m is { Type: "consent.withdrawn", Outcome: "accepted", ChildToken: not null })
            .GroupBy(m => m.ChildToken!).ToDictionary(g => g.Key, g => g.Min(m => m.ReceivedAt));
        var resting = evidence.Records.Deliveries.Where(d => d.ChildToken is { } child && takenBack.ContainsKey(child) && d.Because.Split(',').Contains(OnAgreement))
            .ToDictionary(d => d.DeliveryId);
        return from record in evidence.Records.Audit
               where record.Kind == "delivery-sending" && resting.ContainsKey(record.About)
               where record.At > takenBack[resting[record.About].ChildToken!] + Slack
               select new Finding(FindingKind.Forbidden, $"delivery {record.About} was sent at {StoreRecords.Time(record.At):HH:mm:ss.fff}, after the agreement that it rests on was taken back");
    }

    /// <summary>What an adapter certainly did not take has no effect.</summary>
    private static IEnumerable<Finding> Refused(Evidence evidence) =>
        from content in evidence.Content
        where evidence.Account.OutcomeOf(content.Message) is Outcome.Fail
        select new Finding(FindingKind.Forbidden, $"{content.Message.Marker} was refused, and reached {content.Post} all the same");
}
