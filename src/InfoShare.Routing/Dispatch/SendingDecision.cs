using InfoShare.Clocks;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Answers;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Histories;
using InfoShare.Routing.Intake;
using InfoShare.Routing.Moves;
using InfoShare.Storage;
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
    /// <summary>What to send, or null when the delivery must not leave; then its new state is on record.</summary>
    public Outgoing? ContentFor(WriteScope scope, DeliveryRow row, SendingMaterial material)
    {
        if (row.Kind == "sender-notice")
            return new(WireWriter.Write(DeliveryContent.Notice(row, routing.Now)));
        if (row.Kind == DeliveryContent.ReminderKind)
            return new(WireWriter.Write(DeliveryContent.Reminder(row, routing.Directory.ParticipantNamed(row.Sender)!.Kind, routing.Now)));
        if (row.Kind != "answer" && row.State != DeliveryStates.Received && material.IsOvertaken(row))
            return Stop(scope, row, row with { State = DeliveryStates.Superseded }, "overtaken by a later message");
        if (material.MessageOf(row) is not { } original)
            return Stop(scope, row, row with { State = DeliveryStates.Failed, Code = WithheldCodes.Undeliverable }, "the message was erased");

        return row.Kind == "answer" ? Answered(scope, row, original, material) : Decided(scope, row, original, material);
    }

    /// <summary>A referrer need not know a restricted address, so what the answer says is searched for it, too.</summary>
    private Outgoing Answered(WriteScope scope, DeliveryRow row, Envelope<object> original, SendingMaterial material)
    {
        var answer = AnswerOf.Create(original.Data, routing.Directory.ParticipantNamed(row.Sender)!.Kind)! with
        {
            Challenge = row.Detail is { } challenge ? DecisionTable.Read<ChallengeSummary>(challenge) : null,
            InReplyTo = row.Detail is null && AnswerOf.DeliveryId(original.Data) is { } answered ? scope.FindDelivery(answered)?.MessageId : null,
        };
        if (DecisionNow.SpellingsOf(routing, scope, row, material) is { } spellings)
        {
            var masked = answer with { Role = spellings.MaskIn(answer.Role), Text = answer.Text is { } text ? spellings.MaskIn(text) : null };
            if (masked != answer)
                scope.Audit(routing.Settings.Writer, routing.Now, "answer-masked", row.DeliveryId, "restricted-address-masked");
            answer = masked;
        }

        return new(WireWriter.Write(DeliveryContent.Answer(row, answer, original.Time)));
    }

    private Outgoing? Decided(WriteScope scope, DeliveryRow row, Envelope<object> original, SendingMaterial material)
    {
        var now = DecisionNow.Of(routing, scope, row, original, material);
        // A re-check that finds the same by the same set is covered by the decision before; any other is a decision of its own.
        if (now.IsNew)
            now.Record(routing, scope, row, "recheck");
        if (row.GrantId is not null && now.Facts.EmergencyUntil is null && row.State != DeliveryStates.Received)
            return Stop(scope, row, row with { State = DeliveryStates.Superseded }, "the emergency access that it was made for has ended");
        if (row.Kind != "notice" && !now.Decision.MayKnow && row.State != DeliveryStates.Received)
            return Stop(scope, row, DecidedRows.WithDecision(row, now.Decision), "no longer allowed");

        var current = row.Kind == "notice" ? row : DecidedRows.WithDecision(row, now.Decision) with { State = row.State };
        if (current != row)
            scope.Redecide(current);
        var history = now.Decision.Released.Contains(PartName.History)
            ? HistoryOf.Message(now.Facts, material.PastOf(row), concern => material.IsEarlier(row, concern), now.Policy)
            : null;
        var evidence = now.Subject.Move is null ? null : EvidenceFor.Delivery(row, material.MoveSignalsOf(row), routing.Store.Ids, routing.Directory);
        return new(WireWriter.Write(DeliveryContent.Of(current, now, history, ConferenceByOf(now, material, row), evidence, DueOf(row, now, material), original.Time)), now.Facts.FirstEnd());
    }

    /// <summary>What the reader owes by a clock of its own. That the sender asks for an answer by some time is said apart.</summary>
    private AnswerDue? DueOf(DeliveryRow row, DecisionNow now, SendingMaterial material) =>
        AnswerClocks.For(now.Subject, now.Facts.Message.From, row.Organisation, row.Role, material.ReceivedAt(row), routing.Directory, out _).FirstOrDefault(owed => owed.Clock != AnswerClocks.RespondBy) is { } owed
            ? new() { DeliveryId = row.DeliveryId, Owed = owed.Owed, Clock = owed.Clock, By = owed.LateFrom.AddSeconds(-1) }
            : null;

    private static DateTimeOffset? ConferenceByOf(DecisionNow now, SendingMaterial material, DeliveryRow row) => now.Subject.Transfer is null
        ? null
        : material.PastOf(row).Transfers.FirstOrDefault(transfer => transfer.Sender == row.Sender && transfer.TransferId == row.About)?.ConferenceBy is { } by ? London.Of(Instants.FromMicroseconds(by)) : null;

    private Outgoing? Stop(WriteScope scope, DeliveryRow row, DeliveryRow stopped, string why)
    {
        scope.Redecide(stopped);
        scope.Audit(routing.Settings.Writer, routing.Now, "delivery-" + stopped.State, row.DeliveryId, why);
        if (stopped.State != DeliveryStates.Superseded)
            SenderNotices.Tell(scope, routing, row, stopped.Code ?? WithheldCodes.NotNeededForRole);
        return null;
    }
}

/// <summary>What may leave.</summary>
/// <param name="Before">Only before this instant, at which something that it may rest on ends; null: none has an end.</param>
internal sealed record Outgoing(byte[] Body, DateTimeOffset? Before = null);
