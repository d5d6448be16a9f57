using System.Security.Cryptography;
using System.Text.Json;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Facts;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Messages;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>Takes a message from a participant: validate, find the child, decide, record. One transaction; answered when it is on disk.</summary>
internal sealed class MessageIntake(RoutingContext routing)
{
    private readonly Gathered<(string Sender, Receipt Receipt)> receipts = new(
        together => routing.Store.WriteAsync(scope => new ReceiptIntake(routing).Take(scope, together)));
    private readonly Sharing sharing = new(routing);
    private readonly AnswerIntake answers = new(routing);
    private readonly ConsentIntake consents = new(routing);

    /// <summary>Takes one message; null when it needs no answer (receipts).</summary>
    public async Task<Reply?> TakeAsync(string sender, ReadOnlyMemory<byte> body)
    {
        var read = WireReader.Read(body.Span);
        if (read.Value is not { } envelope)
            return await routing.Store.WriteAsync(scope => Quarantine.Take(scope, routing, sender, body.Span, read.Problems));
        if (envelope.Data is Receipt receipt)
        {
            await receipts.AddAsync((sender, receipt));
            return null;
        }

        return await routing.Store.WriteAsync(scope => Take(scope, sender, envelope, body.Span));
    }

    private Reply Take(WriteScope scope, string sender, Envelope<object> envelope, ReadOnlySpan<byte> body)
    {
        var contentHash = ContentHash(envelope);
        if (scope.FindMessage(sender, envelope.Id) is { } known)
            return AnswerAgain(scope, known, contentHash);

        var subject = Subject.Of(envelope.Data);
        if (Problem(scope, sender, envelope, subject) is { } refusal)
            return Record(scope, sender, envelope, subject, null, contentHash, body, refusal);

        var urgent = Urgency.Of(envelope.Data);
        if (!urgent && OutOfSequence(scope, sender, envelope) is { } outOfSequence)
            return outOfSequence;

        var (child, match) = scope.Link(routing, sender, envelope, subject!.Parts, routing.Now);
        var arrival = new Arrival(scope, sender, envelope, subject, child, urgent, routing.Now)
        {
            Source = OrganisationSource.TryParse(envelope.Source, out var source) ? source.Id : "",
            DeliveryKey = routing.Store.Ids.Of("key", sender, envelope.PartitionKey!),
        };
        var reply = Record(scope, sender, envelope, subject, child.Token, contentHash, body, Reply.Accepted(envelope.Id));
        scope.Audit(routing.Settings.Writer, arrival.At, "child-linked", envelope.Id, $"{match.Status} by {string.Join(',', match.Because)}");
        return Act(arrival) ?? reply;
    }

    /// <summary>What the type asks for; an answer other than accepted, or null.</summary>
    private Reply? Act(Arrival arrival)
    {
        switch (arrival.Envelope.Data)
        {
            case ConcernRaised or ConcernCorrected or ChildMovedArea: sharing.Share(arrival); break;
            case ConcernWithdrawn: sharing.Withdraw(arrival); break;
            case InvolvementRecorded involvement: InvolvementIntake.Take(arrival, involvement); break;
            case ConsentRecorded consent: consents.Take(arrival, consent); break;
            case ConsentWithdrawn withdrawal: consents.Take(arrival, withdrawal); break;
            case ConcernAcknowledged or ConcernDecision: answers.Take(arrival); break;
        }

        return null;
    }

    private Reply? Problem(WriteScope scope, string sender, Envelope<object> envelope, Subject? subject)
    {
        if (subject is null)
            return Reply.Refused(envelope.Id, "invalid-field", "type", "is not a type that a participant may send");
        if (envelope.PartitionKey is null || envelope.Order is null)
            return Reply.Refused(envelope.Id, "invalid-field", envelope.Order is null ? "order" : "partitionkey", "is required");
        if (!Urgency.Of(envelope.Data) && (envelope.Sequence is null || envelope.Epoch is null))
            return Reply.Refused(envelope.Id, "invalid-field", envelope.Sequence is null ? "sequence" : "epoch", "is required of an ordinary message");
        if (!OrganisationSource.TryParse(envelope.Source, out var source) || !routing.Directory.Serves(sender, source.Id, RoutingContext.DayOf(routing.Now)))
            return Reply.Refused(envelope.Id, "not-your-organisation", "source", "must be an organisation that the directory lets this participant serve");
        return AnswerIntake.Problem(scope, sender, envelope);
    }

    private Reply? OutOfSequence(WriteScope scope, string sender, Envelope<object> envelope)
    {
        var state = scope.SequenceOf(sender, envelope.PartitionKey!);
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
    private Reply Record(
        WriteScope scope, string sender, Envelope<object> envelope, Subject? subject, string? childToken, string contentHash,
        ReadOnlySpan<byte> body, Reply reply)
    {
        scope.Insert(new MessageRow
        {
            Sender = sender,
            Id = envelope.Id,
            Type = MessageTypes.Find(envelope.Type)!.Name,
            Source = envelope.Source,
            About = subject?.About,
            ChildToken = childToken,
            PartitionKey = envelope.PartitionKey,
            OrderNo = envelope.Order,
            Epoch = envelope.Epoch,
            Sequence = envelope.Sequence,
            Urgent = Urgency.Of(envelope.Data) ? 1 : 0,
            ContentHash = contentHash,
            ReceivedAt = routing.Now.ToMicroseconds(),
            Outcome = reply.Outcome is ReceiptOutcome.Accepted ? "accepted" : "refused",
            Reasons = JsonSerializer.Serialize(reply.Reasons, WireJson.Options),
        }, body);
        scope.Audit(routing.Settings.Writer, routing.Now, $"message-{(reply.Outcome is ReceiptOutcome.Accepted ? "accepted" : "refused")}", envelope.Id,
            $"{sender} {envelope.Type} {contentHash} {string.Join(',', reply.Reasons.Select(r => r.Code))}");
        if (Urgency.Of(envelope.Data) || envelope is not { PartitionKey: { } key, Epoch: { } epoch, Sequence: { } sequence })
            return reply;

        var state = scope.SequenceOf(sender, key);
        if (state is not null && epoch > state.Epoch)
            scope.Audit(routing.Settings.Writer, routing.Now, "epoch-began", envelope.Id, $"{sender} epoch {epoch} after {state.Epoch}:{state.Sequence}; its gap is closed");
        if (SequenceCheck.Problem(state, epoch, sequence) is null)
            scope.Advance(sender, key, epoch, sequence);
        return reply with { Epoch = epoch, HighestSequence = sequence };
    }

    /// <summary>Over what the message says; a repeat may differ in sequence and epoch.</summary>
    private static string ContentHash(Envelope<object> envelope) => Convert.ToHexStringLower(SHA256.HashData(
        WireWriter.Write(envelope with { Sequence = null, Epoch = null, Order = null })));
}
