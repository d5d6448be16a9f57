using System.Text.Json;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Children;
using InfoShare.Routing.Disclosures;
using InfoShare.Routing.Dispatch;
using InfoShare.Routing.Escalations;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Families;
using InfoShare.Routing.Meetings;
using InfoShare.Routing.Moves;
using InfoShare.Routing.Patterns;
using InfoShare.Routing.Plans;
using InfoShare.Routing.Transfers;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Children;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Messages;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>Takes a message from a participant: validate, find the child, decide, record.</summary>
internal sealed class MessageIntake
{
    private readonly RoutingContext routing;
    private readonly Sharing sharing;
    private readonly AnswerIntake answers;
    private readonly TransferIntake transfers;
    private readonly MoveIntake moves;
    private readonly FamilyIntake families;
    private readonly ConsentIntake consents;
    private readonly InvolvementIntake involvements;
    private readonly PlanIntake plans;
    private readonly RefusedDisclosures disclosures;

    public MessageIntake(RoutingContext routing)
    {
        this.routing = routing;
        (sharing, answers, transfers, moves) = (new(routing), new(routing), new(routing), new(routing));
        (families, consents, involvements, plans, disclosures) = (new(routing), new(routing), new(routing), new(routing, sharing), new(routing));
    }

    /// <param name="before">What the store knows, before this message.</param>
    /// <param name="departures">What leaves with this transaction; null: nothing does.</param>
    public Reply Take(WriteScope scope, Incoming message, KnownBefore before, Departures? departures)
    {
        var (sender, envelope) = (message.Sender, message.Envelope);
        if (before.FindMessage(sender, envelope.Id) is { } known)
            return AnswerAgain(scope, known, message.ContentHash);
        var answered = EscalationIntake.Challenged(scope, sender, envelope.Data) ?? (AnswerOf.DeliveryId(envelope.Data) is { } deliveryId ? scope.FindDelivery(deliveryId) : null);
        if (Problem(scope, message, answered) is { } refusal)
            return Record(scope, message, before, null, refusal);
        if (!message.Urgent && OutOfSequence(scope, message, before) is { } outOfSequence)
            return outOfSequence;
        if (answered is not null)
            return TakeAnswer(scope, message, before, answered);

        var (child, match) = scope.Link(routing, message, before, routing.Now);
        var arrival = Arrival.Of(routing, scope, before, message, message.Subject!, message.Evidence!, child);
        arrival = arrival with { Departures = departures, SoughtBy = moves.Seen(arrival), IsCumulative = PatternIntake.IsCumulative(routing, arrival) };
        var reply = Record(scope, message, before, arrival, Reply.Accepted(envelope.Id));
        scope.Audit(routing.Settings.Writer, arrival.At, "child-linked", envelope.Id, $"{match.Status} by {string.Join(',', match.Because)}");
        families.Take(arrival);
        Act(arrival);
        if (moves.Detect(arrival, before.Child(child.Token), before.RecordOf(arrival.Record)) is { } move)
            Tell(arrival, move);
        return reply;
    }

    /// <summary>A move that nobody has told of goes out as if the sender had told of it: it is no less known for being said by the way.</summary>
    private void Tell(Arrival shown, ChildMovedArea move)
    {
        var arrival = shown.Leading(routing.Store.Ids.Of("detected", shown.Sender, shown.Envelope.Id), move);
        var body = WireWriter.Write(arrival.Envelope);
        shown.Scope.Insert(RowOf(new Incoming(arrival.Sender, arrival.Envelope, body, arrival.Subject, null), arrival, "accepted", "[]"), body);
        shown.Scope.Audit(routing.Settings.Writer, arrival.At, "move-detected", arrival.Envelope.Id, $"{shown.Envelope.Id} {Coded.Word(move.DetectedBy)}");
        Act(arrival);
    }

    /// <summary>An answer is about the child of the delivery that it answers, and says nothing by which to recognise one.</summary>
    private Reply TakeAnswer(WriteScope scope, Incoming message, KnownBefore before, DeliveryRow answered)
    {
        var original = scope.FindMessage(answered.Sender, answered.MessageId)!;
        var arrival = Arrival.OfAnswer(routing, scope, before, message, scope.FindChild(original.ChildToken!)!, original.Record!);
        var reply = Record(scope, message, before, arrival, Reply.Accepted(message.Envelope.Id));
        answers.Take(arrival, answered);
        return reply;
    }

    /// <summary>What the type asks for.</summary>
    private void Act(Arrival arrival)
    {
        switch (arrival.Envelope.Data)
        {
            case ConcernRaised or ConcernCorrected: sharing.Share(arrival); break;
            case ChildMovedArea move:
                moves.Take(arrival, move, MovePlaces.Of(move, routing.Settings.Postcodes, arrival.Day));
                sharing.Share(arrival);
                break;
            case TransferRequested transfer:
                transfers.Request(arrival, transfer);
                sharing.Share(arrival);
                break;
            case PlanChanged change: plans.Take(arrival, change); break;
            case Notice:
                MeetingIntake.Take(arrival);
                sharing.Share(arrival);
                break;
            case DisclosureRefused refused: disclosures.Take(arrival, refused); break;
            case ConcernWithdrawn: sharing.Withdraw(arrival); break;
            case NoticeWithdrawn: sharing.Withdraw(arrival, AlsoWent); break;
            case InvolvementRecorded involvement: involvements.Take(arrival, involvement); break;
            case ConsentRecorded consent: consents.Take(arrival, consent); break;
            case ConsentWithdrawn withdrawal: consents.Take(arrival, withdrawal); break;
        }
    }

    private static IReadOnlyList<DeliveryRow> AlsoWent(Arrival withdrawal)
    {
        MeetingIntake.Withdrawn(withdrawal);
        return PlanIntake.Withdrawn(withdrawal);
    }

    private Reply? Problem(WriteScope scope, Incoming message, DeliveryRow? answered)
    {
        var (sender, envelope) = (message.Sender, message.Envelope);
        if (message.Subject is null)
            return Reply.Refused(envelope.Id, "invalid-field", "type", "is not a type that a participant may send");
        if (envelope.PartitionKey is null || envelope.Order is null)
            return Reply.Refused(envelope.Id, "invalid-field", envelope.Order is null ? "order" : "partitionkey", "is required");
        if (!message.Urgent && (envelope.Sequence is null || envelope.Epoch is null))
            return Reply.Refused(envelope.Id, "invalid-field", envelope.Sequence is null ? "sequence" : "epoch", "is required of an ordinary message");
        if (!OrganisationSource.TryParse(envelope.Source, out var source) || !routing.Directory.Serves(sender, source.Id, RoutingContext.DayOf(routing.Now)))
            return Reply.Refused(envelope.Id, "not-your-organisation", "source", "must be an organisation that the directory lets this participant serve");
        return AnswerIntake.Problem(sender, envelope, answered) ?? EscalationIntake.Problem(scope, sender, envelope, answered) ?? TransferIntake.Problem(scope, envelope, answered) ?? PlanIntake.Problem(scope, envelope, answered) ?? InformationAnswers.Problem(envelope, answered) ?? MeetingIntake.Problem(routing, envelope);
    }

    private Reply? OutOfSequence(WriteScope scope, Incoming message, KnownBefore before)
    {
        var (sender, envelope) = (message.Sender, message.Envelope);
        var state = before.SequenceOf(sender, envelope.PartitionKey!);
        if (SequenceCheck.Problem(state, envelope.Epoch!.Value, envelope.Sequence!.Value) is not { } code)
            return null;

        scope.Audit(routing.Settings.Writer, routing.Now, code, envelope.Id, $"{sender} epoch {envelope.Epoch} sequence {envelope.Sequence}");
        return Reply.Refused(envelope.Id, code, "sequence", "is not the next of its key") with
        {
            Epoch = (int)(state?.Epoch ?? envelope.Epoch.Value),
            HighestSequence = (int)(state?.Sequence ?? 0),
        };
    }

    private Reply AnswerAgain(WriteScope scope, MessageRow known, string contentHash)
    {
        if (known.ContentHash != contentHash)
        {
            scope.Audit(routing.Settings.Writer, routing.Now, "reused-id", known.Id, known.Sender);
            return Reply.Refused(known.Id, "reused-id", "id", "was used before for other content");
        }

        var outcome = known.Outcome == "accepted" ? ReceiptOutcome.Duplicate : ReceiptOutcome.Refused;
        var state = known.PartitionKey is null ? null : scope.SequenceOf(known.Sender, known.PartitionKey);
        return new(known.Id, outcome, JsonSerializer.Deserialize<ReceiptReason[]>(known.Reasons, WireJson.Options) ?? [], (int?)state?.Epoch, (int?)state?.Sequence);
    }

    /// <summary>Puts the message on record with its outcome, and moves its key's sequence on.</summary>
    /// <param name="arrival">Null for one that was refused.</param>
    private Reply Record(WriteScope scope, Incoming message, KnownBefore before, Arrival? arrival, Reply reply)
    {
        var (sender, envelope) = (message.Sender, message.Envelope);
        scope.Insert(RowOf(message, arrival, reply.Outcome is ReceiptOutcome.Accepted ? "accepted" : "refused", JsonSerializer.Serialize(reply.Reasons, WireJson.Options)), message.Body.Span);
        scope.Audit(routing.Settings.Writer, routing.Now, $"message-{(reply.Outcome is ReceiptOutcome.Accepted ? "accepted" : "refused")}", envelope.Id,
            $"{sender} {envelope.Type} {message.ContentHash} {string.Join(',', reply.Reasons.Select(r => r.Code))}");
        if (message.Urgent || envelope is not { PartitionKey: { } key, Epoch: { } epoch, Sequence: { } sequence })
            return reply;

        var state = before.SequenceOf(sender, key);
        if (state is not null && epoch > state.Epoch)
            scope.Audit(routing.Settings.Writer, routing.Now, "epoch-began", envelope.Id, $"{sender} epoch {epoch} after {state.Epoch}:{state.Sequence}; its gap is closed");
        if (SequenceCheck.Problem(state, epoch, sequence) is null)
            scope.Advance(sender, key, epoch, sequence);
        return reply with { Epoch = epoch, HighestSequence = sequence };
    }

    private MessageRow RowOf(Incoming message, Arrival? arrival, string outcome, string reasons)
    {
        var envelope = message.Envelope;
        return new()
        {
            Sender = message.Sender,
            Id = envelope.Id,
            Type = MessageTypes.Find(envelope.Type)!.Name,
            Source = envelope.Source,
            About = message.Subject?.About,
            Record = arrival?.Record,
            ChildToken = arrival?.ChildToken,
            PartitionKey = envelope.PartitionKey,
            OrderNo = envelope.Order,
            Epoch = envelope.Epoch,
            Sequence = envelope.Sequence,
            Urgent = message.Urgent ? 1 : 0,
            ContentHash = message.ContentHash,
            ReceivedAt = routing.Now.ToMicroseconds(),
            Outcome = outcome,
            Reasons = reasons,
            HappenedAt = (message.Subject?.HappenedAt(envelope.Time) ?? envelope.Time).ToMicroseconds(),
            Facts = arrival is { Subject.IsShared: true } ? DecisionTable.Write(sharing.FactsAsTold(arrival)) : null,
        };
    }
}
