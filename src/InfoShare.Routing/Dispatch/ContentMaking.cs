using InfoShare.Clocks;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Answers;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Histories;
using InfoShare.Routing.Moves;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Histories;
using InfoShare.Vault;

namespace InfoShare.Routing.Dispatch;

/// <summary>Makes a delivery's content out of what the store knows, the same for whoever gets it and however: by the broker, or on a page.</summary>
internal sealed class ContentMaking(RoutingContext routing)
{
    /// <summary>Of a concern, a move, a notice or a request to take over.</summary>
    /// <param name="row">With the parts that go.</param>
    /// <param name="receivedAt">When the message was taken.</param>
    public Envelope<Delivery> Decided(DeliveryRow row, DecisionNow now, Envelope<object> original, DateTimeOffset receivedAt, RecordOfChildren children)
    {
        var history = now.Decision.Released.Contains(PartName.History)
            ? HistoryOf.Message(now.Facts, children.PastOf(row), concern => IsEarlier(concern, row, receivedAt), now.Policy)
            : null;
        var evidence = now.Subject.Move is null ? null : EvidenceFor.Delivery(row, children.MoveSignalsOf(row), routing.Store.Ids, routing.Directory);
        return DeliveryContent.Of(row, now, history, ConferenceByOf(now, children, row), evidence, DueOf(row, now, receivedAt), original.Time);
    }

    /// <summary>A referrer need not know a restricted address, so what the answer says is searched for it, too.</summary>
    public Envelope<Delivery> Answered(WriteScope scope, DeliveryRow row, Envelope<object> original, SendingMaterial material)
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

        return DeliveryContent.Answer(row, answer, original.Time);
    }

    /// <summary>What is owed, and nothing of the child.</summary>
    public Envelope<Delivery> Reminder(DeliveryRow row) => DeliveryContent.Reminder(row, routing.Directory.ParticipantNamed(row.Sender)!.Kind, routing.Now);

    /// <summary>What the reader owes by a clock of its own. That the sender asks for an answer by some time is said apart.</summary>
    private AnswerDue? DueOf(DeliveryRow row, DecisionNow now, DateTimeOffset receivedAt) =>
        AnswerClocks.For(now.Subject, now.Facts.Message.From, row.Organisation, row.Role, receivedAt, routing.Directory, out _).FirstOrDefault(owed => owed.Clock != AnswerClocks.RespondBy) is { } owed
            ? new() { DeliveryId = row.DeliveryId, Owed = owed.Owed, Clock = owed.Clock, By = owed.LateFrom.AddSeconds(-1) }
            : null;

    /// <summary>Whether a concern was taken before the message of the delivery, and is another. Of two at the same instant one was.</summary>
    private static bool IsEarlier(PastConcernRow concern, DeliveryRow row, DateTimeOffset receivedAt) =>
        (concern.Sender, concern.About) != (row.Sender, row.About)
        && (concern.ReceivedAt, string.CompareOrdinal(concern.MessageId, row.MessageId)).CompareTo((receivedAt.ToMicroseconds(), 0)) < 0;

    private static DateTimeOffset? ConferenceByOf(DecisionNow now, RecordOfChildren children, DeliveryRow row) => now.Subject.Transfer is null
        ? null
        : children.PastOf(row).Transfers.FirstOrDefault(transfer => transfer.Sender == row.Sender && transfer.TransferId == row.About)?.ConferenceBy is { } by ? London.Of(Instants.FromMicroseconds(by)) : null;
}
