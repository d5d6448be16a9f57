using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Routing.Dispatch;

/// <summary>What the policy says of a delivery by what is known now.</summary>
/// <param name="Policy">The set that decided: another may have come into force since.</param>
/// <param name="Restricted">Where the child can be found, if that is restricted.</param>
/// <param name="IsNew">It differs from the decision before, or another set has made it; otherwise that one covers it.</param>
internal sealed record DecisionNow(Subject Subject, SharingFacts Facts, SharingPolicy Policy, SharingDecision Decision, AddressSpellings? Restricted, bool IsNew)
{
    /// <param name="lookedAt">Parts that a person has read and releases now; null: as before.</param>
    public static DecisionNow Of(RoutingContext routing, ReadScope scope, DeliveryRow row, Envelope<object> original, SendingMaterial material, IReadOnlyList<PartName>? lookedAt = null)
    {
        var latest = material.DecisionOf(row);
        var (subject, recorded) = (Subject.Of(original.Data)!, DecisionTable.Read<SharingFacts>(latest.Facts));
        var restricted = SpellingsOf(routing, scope, row, material);
        var recipient = recorded.Recipient with { Grants = routing.Directory.PostAt(row.Organisation, row.Role, RoutingContext.DayOf(routing.Now))?.Grants ?? [] };
        var facts = new SharingFacts(
            MessageFactsOf.Create(row.MessageType, recorded.Message.From, subject, restricted, recorded.Message.Area, recorded.Message.Cumulative), recipient, material.ConsentsOf(row), routing.Now,
            EmergencyGrant.StandingUntil(material.EmergenciesOf(row), recipient.Name, routing.Now), lookedAt ?? recorded.LookedAt);
        var policy = routing.PolicyAt(facts.At);
        var decision = policy.Decide(facts);
        var isNew = !latest.IsBy(policy) || latest.Outcome != DecisionTable.Write(decision) || latest.Facts != DecisionTable.Write(facts with { At = recorded.At });
        return new(subject, facts, policy, decision, restricted, isNew);
    }

    /// <summary>Where the child can be found, if that is restricted.</summary>
    public static AddressSpellings? SpellingsOf(RoutingContext routing, ReadScope scope, DeliveryRow row, SendingMaterial material) => material.IsRestricted(row)
        ? KnownLocations.Restricted(scope, row.ChildToken!, routing.Directory, RoutingContext.DayOf(routing.Now))
        : null;

    /// <summary>Puts it on record as a decision of its own.</summary>
    public void Record(RoutingContext routing, WriteScope scope, DeliveryRow row, string kind)
    {
        var hash = scope.Record(row.Sender, row.MessageId, row.DeliveryId, kind, Policy.Version, routing.Directory.Version, Facts, Decision);
        scope.Audit(routing.Settings.Writer, routing.Now, "decided-again", row.DeliveryId,
            $"{(Decision.MayKnow ? "released" : "withheld")} because {string.Join(',', Decision.Because)} {AuditTrail.DecisionMark}{hash}");
    }
}
