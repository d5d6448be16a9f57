using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Intake;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Children;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Messages;
using InfoShare.Vault;

namespace InfoShare.Routing.Dispatch;

/// <summary>Asks the policy again at the moment of sending: consent may be gone, a restriction may have come, a correction may have overtaken.</summary>
internal sealed class SendingDecision(RoutingContext routing)
{
    /// <summary>The bytes to send, or null when the delivery must not leave; then its new state is on record.</summary>
    public byte[]? ContentFor(WriteScope scope, DeliveryRow row, SendingMaterial material)
    {
        if (row.Kind == "sender-notice")
            return WireWriter.Write(DeliveryContent.Notice(row, routing.Now));
        if (row.Kind != "answer" && row.State != DeliveryStates.Received && material.IsOvertaken(row))
            return Stop(scope, row, row with { State = DeliveryStates.Superseded }, "overtaken by a later message");
        if (material.MessageOf(row) is not { } original)
            return Stop(scope, row, row with { State = DeliveryStates.Failed, Code = WithheldCodes.Undeliverable }, "the message was erased");

        return row.Kind == "answer" ? Answered(scope, row, original, material) : Decided(scope, row, original, material);
    }

    /// <summary>A referrer need not know a restricted address, so what the answer says is searched for it, too.</summary>
    private byte[] Answered(WriteScope scope, DeliveryRow row, Envelope<object> original, SendingMaterial material)
    {
        var answer = AnswerOf.Create(original.Data, routing.Directory.ParticipantNamed(row.Sender)!.Kind)!;
        if (SpellingsOf(scope, row, material) is { } spellings)
        {
            var masked = answer with { Role = spellings.MaskIn(answer.Role), Text = answer.Text is { } text ? spellings.MaskIn(text) : null };
            if (masked != answer)
                scope.Audit(routing.Settings.Writer, routing.Now, "answer-masked", row.DeliveryId, "restricted-address-masked");
            answer = masked;
        }

        return WireWriter.Write(DeliveryContent.Answer(row, answer, original.Time));
    }

    private byte[]? Decided(WriteScope scope, DeliveryRow row, Envelope<object> original, SendingMaterial material)
    {
        var subject = Subject.Of(original.Data)!;
        var latest = material.DecisionOf(row);
        var recorded = DecisionTable.Read<SharingFacts>(latest.Facts);
        var restricted = SpellingsOf(scope, row, material);
        var facts = FactsNow(row, subject, recorded, restricted, material);
        var policy = routing.PolicyAt(facts.At);
        var decision = policy.Decide(facts);
        if (!latest.IsBy(policy) || latest.Outcome != DecisionTable.Write(decision) || latest.Facts != DecisionTable.Write(facts with { At = recorded.At }))
            RecordAgain(scope, row, facts, decision);
        if (row.Kind != "notice" && !decision.MayKnow && row.State != DeliveryStates.Received)
            return Stop(scope, row, DecidedRows.WithDecision(row, decision), "no longer allowed");

        var current = row.Kind == "notice" ? row : DecidedRows.WithDecision(row, decision) with { State = row.State };
        if (current != row)
            scope.Redecide(current);
        return WireWriter.Write(DeliveryContent.Of(current, subject, facts, decision, restricted, original.Time));
    }

    /// <summary>Where the child can be found, if that is restricted.</summary>
    private AddressSpellings? SpellingsOf(WriteScope scope, DeliveryRow row, SendingMaterial material) => material.IsRestricted(row)
        ? KnownLocations.Restricted(scope, row.ChildToken!, routing.Directory, RoutingContext.DayOf(routing.Now))
        : null;

    private SharingFacts FactsNow(DeliveryRow row, Subject subject, SharingFacts recorded, AddressSpellings? restricted, SendingMaterial material)
    {
        var message = MessageFactsOf.Create(row.MessageType, recorded.Message.From, subject, restricted);
        return new(message, recorded.Recipient with { Grants = GrantsNow(row) }, material.ConsentsOf(row), routing.Now);
    }

    private IReadOnlyList<string> GrantsNow(DeliveryRow row) =>
        routing.Directory.PostAt(row.Organisation, row.Role, RoutingContext.DayOf(routing.Now))?.Grants ?? [];

    /// <summary>A re-check that finds the same by the same set is covered by the decision before; any other is a decision of its own.</summary>
    private void RecordAgain(WriteScope scope, DeliveryRow row, SharingFacts now, SharingDecision decision)
    {
        var hash = scope.Record(row.Sender, row.MessageId, row.DeliveryId, "recheck", routing.PolicyAt(now.At).Version, routing.Directory.Version, now, decision);
        scope.Audit(routing.Settings.Writer, routing.Now, "decided-again", row.DeliveryId, $"{(decision.MayKnow ? "released" : "withheld")} because {string.Join(',', decision.Because)} {AuditTrail.DecisionMark}{hash}");
    }

    private byte[]? Stop(WriteScope scope, DeliveryRow row, DeliveryRow stopped, string why)
    {
        scope.Redecide(stopped);
        scope.Audit(routing.Settings.Writer, routing.Now, "delivery-" + stopped.State, row.DeliveryId, why);
        if (stopped.State != DeliveryStates.Superseded)
            SenderNotices.Tell(scope, routing, row, stopped.Code ?? WithheldCodes.NotNeededForRole);
        return null;
    }
}
