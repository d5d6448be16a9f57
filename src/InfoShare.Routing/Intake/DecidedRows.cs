using System.Text.Json;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Recipients;
using InfoShare.Storage;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>Writes a decision down as rows: the delivery, the review a person owes, what the sender is told. Pure.</summary>
internal static class DecidedRows
{
    public static DeliveryRow Delivery(Arrival arrival, Candidate candidate, SharingDecision decision, string kind, string id)
    {
        var row = Base(arrival, id, kind) with
        {
            Participant = candidate.Participant,
            Organisation = candidate.Facts.Organisation,
            Role = candidate.Facts.Role,
            Relationship = candidate.Facts.Relationship.ToString(),
        };
        if (kind == "notice")
        {
            // Those who had the earlier version hear that it has changed, though not how. Source: UK GDPR article 19.
            return row with { Because = Join([.. decision.Because, "notice-of-correction"]), Basis = "UKGDPR-19", Code = decision.Code };
        }

        return WithDecision(row, decision) is var decided && decision.MayKnow && candidate.Participant is null
            ? decided with { State = DeliveryStates.Failed, Code = WithheldCodes.Undeliverable, Cause = FailureCauses.Unserved }
            : decided;
    }

    /// <summary>The row as the decision wants it.</summary>
    public static DeliveryRow WithDecision(DeliveryRow row, SharingDecision decision) => row with
    {
        State = decision.MayKnow ? DeliveryStates.Decided : DeliveryStates.Withheld,
        Code = decision.Code,
        Parts = Join(decision.Released.Order().Select(Coded.Word)),
        WithheldParts = Join(decision.Parts.Where(p => p.Effect is PartEffect.Withhold or PartEffect.Hold).Select(p => $"{Coded.Word(p.Part)}:{p.Code}")),
        Because = Join(decision.Because.Concat(decision.Parts.SelectMany(p => p.Because).Where(Protects)).Distinct()),
        Basis = Join(decision.Basis),
    };

    /// <summary>Where something was masked or held, a person must look at the original: it stays in sight as held.</summary>
    public static DeliveryRow? Review(Decided decided, KeyedHash ids)
    {
        var parts = decided.Decision?.Parts.Where(p => p.Effect is PartEffect.Mask or PartEffect.Hold).ToList() ?? [];
        return parts.Count == 0 ? null : decided.Row with
        {
            DeliveryId = ids.Of("review", decided.Row.DeliveryId),
            Kind = "review",
            State = DeliveryStates.Held,
            Code = WithheldCodes.HeldForReview,
            Parts = "",
            WithheldParts = Join(parts.Select(p => $"{Coded.Word(p.Part)}:{WithheldCodes.HeldForReview}")),
            Because = Join(parts.SelectMany(p => p.Because).Where(Protects).Distinct()),
        };
    }

    /// <summary>Nobody was found: on record as failed, and told.</summary>
    public static DeliveryRow Nobody(Arrival arrival, string id, string code) => Base(arrival, id, "original") with
    {
        State = DeliveryStates.Failed,
        Code = code,
        Cause = FailureCauses.Nobody,
        Because = code,
    };

    /// <summary>What the sender hears of one delivery.</summary>
    public static IEnumerable<WithheldNotice> NoticesOf(Decided decided)
    {
        if (decided.Row.State is DeliveryStates.Withheld or DeliveryStates.Failed)
            yield return new() { Code = decided.Row.Code ?? WithheldCodes.NotNeededForRole };
        else
            foreach (var part in decided.Decision?.Parts.Where(p => p.Effect is PartEffect.Withhold or PartEffect.Hold) ?? [])
                yield return new() { Part = part.Part, Code = part.Code ?? WithheldCodes.NotNeededForRole };
    }

    /// <summary>Of the reasons for single parts, those that protect an address are told with the delivery; the rest is in the decision.</summary>
    private static bool Protects(string because) => because.StartsWith("restricted-", StringComparison.Ordinal);

    private static DeliveryRow Base(Arrival arrival, string id, string kind)
    {
        var now = arrival.At.ToMicroseconds();
        return new()
        {
            DeliveryId = id,
            Sender = arrival.Sender,
            MessageId = arrival.Envelope.Id,
            MessageType = arrival.TypeName,
            About = arrival.Subject.About,
            ChildToken = arrival.ChildToken,
            Kind = kind,
            Organisation = "none",
            Role = "none",
            Relationship = "none",
            Urgent = arrival.Urgent ? 1 : 0,
            PartitionKey = arrival.DeliveryKey,
            OrderNo = arrival.Order,
            State = DeliveryStates.Decided,
            Because = "",
            DueAt = now,
            DecidedAt = now,
        };
    }

    private static string Join(IEnumerable<string> words) => string.Join(',', words);
}
