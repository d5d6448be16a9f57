using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Moves;
using InfoShare.Routing.Patterns;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Routing.Dispatch;

/// <summary>Writes what goes to a recipient: the released parts, masked where the decision says so, and nothing else. Pure.</summary>
internal static class DeliveryContent
{
    /// <summary>The codes of withheld parts that a recipient may see; that a part exists is otherwise not theirs to know.</summary>
    private static readonly string[] TellRecipient = [WithheldCodes.Restricted, WithheldCodes.HeldForReview];

    /// <summary>The message for a delivery of a concern, a move, a notice or a request to take over.</summary>
    /// <param name="history">What the reader may know of the child from before; null: nothing of that is released.</param>
    /// <param name="conferenceBy">Of a transfer: when its conference must have been held.</param>
    /// <param name="evidence">Of a move: what has told of it.</param>
    /// <param name="due">What the reader owes; null: nothing by a clock of its own.</param>
    public static Envelope<Delivery> Of(DeliveryRow row, DecisionNow now, HistoryPart? history, DateTimeOffset? conferenceBy, EvidenceFor? evidence, AnswerDue? due, DateTimeOffset time)
    {
        var (subject, facts, decision) = (now.Subject, now.Facts, now.Decision);
        var notice = row.Kind == "notice";
        var parts = notice ? new MessageParts() : ReleasedParts.Of(subject.Parts! with { History = history }, decision, now.Restricted);
        return Envelope(row, facts.Message.From, time, new Delivery
        {
            DeliveryId = row.DeliveryId,
            Kind = row.Kind switch { "correction" => DeliveryKind.Correction, "notice" => DeliveryKind.Notice, _ => DeliveryKind.Original },
            MessageId = row.MessageId,
            MessageType = row.MessageType,
            About = row.About,
            Recipient = new() { Organisation = row.Organisation, Role = row.Role },
            From = facts.Message.From,
            LevelOfNeed = notice ? null : subject.Concern?.LevelOfNeed,
            ImmediateDanger = !notice && subject.Concern is { ImmediateDanger: true },
            RespondBy = notice ? null : subject.RespondBy,
            Move = notice || subject.Move is null ? null : MoveFor(subject.Move, facts, evidence),
            Transfer = notice || subject.Transfer is null ? null : TransferFor(subject.Transfer, conferenceBy),
            Meeting = notice ? null : MeetingFor(subject.Notice, facts.Recipient),
            Parts = parts,
            Due = notice ? null : due,
            Gaps = notice ? [] : Gaps.Of(subject),
            Withheld = [.. decision.Parts.Where(p => p.Code is { } code && TellRecipient.Contains(code)).Select(p => new WithheldPart { Part = p.Part, Code = p.Code! })],
            Masked = decision.With(PartEffect.Mask),
            Basis = Split(row.Basis),
            Because = Split(row.Because),
            Obligations = decision.Obligations,
        });
    }

    /// <summary>The message for an answer that goes back to the referrer.</summary>
    public static Envelope<Delivery> Answer(DeliveryRow row, AnswerSummary answer, DateTimeOffset time) => Envelope(row, answer.By, time, new Delivery
    {
        DeliveryId = row.DeliveryId,
        Kind = DeliveryKind.Answer,
        MessageId = row.MessageId,
        MessageType = row.MessageType,
        About = row.About,
        Recipient = new() { Organisation = row.Organisation, Role = row.Role },
        From = answer.By,
        Answer = answer,
        Parts = new(),
        Basis = Split(row.Basis),
        Because = Split(row.Because),
    });

    /// <summary>The message that reminds of an answer: what is owed, and nothing of the child.</summary>
    public static Envelope<Delivery> Reminder(DeliveryRow row, AgencyKind from, DateTimeOffset time) => Envelope(row, from, time, new Delivery
    {
        DeliveryId = row.DeliveryId,
        Kind = DeliveryKind.Reminder,
        MessageId = row.MessageId,
        MessageType = row.MessageType,
        Recipient = new() { Organisation = row.Organisation, Role = row.Role },
        From = from,
        Due = DecisionTable.Read<AnswerDue>(row.Detail!),
        Parts = new(),
        Basis = Split(row.Basis),
        Because = Split(row.Because),
    }) with
    { Order = null };

    /// <summary>The message that tells a sender what was withheld.</summary>
    public static Envelope<SharingWithheld> Notice(DeliveryRow row, DateTimeOffset time) => new()
    {
        SpecVersion = "1.0",
        Id = row.DeliveryId,
        Source = Routing,
        Type = MessageTypes.SharingWithheld.CloudEventType,
        Time = time,
        DataContentType = "application/json",
        DataSchema = MessageTypes.SharingWithheld.DataSchema,
        PartitionKey = row.PartitionKey,
        CorrelationId = row.About,
        CausationId = row.MessageId,
        Data = DecisionTable.Read<SharingWithheld>(row.Detail!),
    };

    /// <summary>The message that puts a delivery out of use.</summary>
    public static Envelope<DeliveryRecalled> Recall(DeliveryRow row, string id, DateTimeOffset time) => Recall(row.DeliveryId, row.RecallReason ?? "withdrawn-by-sender", id, time);

    /// <inheritdoc cref="Recall(DeliveryRow, string, DateTimeOffset)"/>
    public static Envelope<DeliveryRecalled> Recall(string deliveryId, string reason, string id, DateTimeOffset time) => new()
    {
        SpecVersion = "1.0",
        Id = id,
        Source = Routing,
        Type = MessageTypes.DeliveryRecalled.CloudEventType,
        Time = time,
        DataContentType = "application/json",
        DataSchema = MessageTypes.DeliveryRecalled.DataSchema,
        CausationId = deliveryId,
        Data = new() { DeliveryId = deliveryId, Reason = reason },
    };

    /// <summary>The <c>kind</c> of a reminder's row.</summary>
    public const string ReminderKind = "reminder";

    /// <summary>Routing's own <c>source</c>.</summary>
    public const string Routing = "https://infoshare.local/routing";

    private static Envelope<Delivery> Envelope(DeliveryRow row, AgencyKind from, DateTimeOffset time, Delivery data) => new()
    {
        SpecVersion = "1.0",
        Id = row.DeliveryId,
        Source = OrganisationSource.OfKind(from),
        Type = MessageTypes.Delivery.CloudEventType,
        Time = time,
        DataContentType = "application/json",
        DataSchema = MessageTypes.Delivery.DataSchema,
        PartitionKey = row.PartitionKey,
        Order = row.OrderNo,
        CorrelationId = row.About,
        CausationId = row.MessageId,
        Data = data,
    };

    /// <summary>A restricted destination is told only to those who serve it; that an authority elsewhere already holds responsibility tells it as well.</summary>
    private static MoveSummary MoveFor(ChildMovedArea move, SharingFacts facts, EvidenceFor? evidence)
    {
        var tellWhereTo = !facts.Message.AddressRestricted || facts.Recipient.SeesRestrictedAddress || facts.Recipient.Relationship is Relationship.ReceivingArea;
        return new()
        {
            MoveType = move.MoveType,
            EffectiveDate = move.EffectiveDate,
            FromArea = move.FromArea,
            ToArea = tellWhereTo ? move.ToArea : null,
            Move = evidence?.Move,
            Evidence = evidence?.Signals ?? [],
            ResponsibilityHeldBy = tellWhereTo || move.ResponsibilityHeldBy == move.FromArea ? move.ResponsibilityHeldBy : null,
        };
    }

    /// <summary>Who is asked serves the destination, so it is theirs to know.</summary>
    private static TransferSummary TransferFor(TransferRequested transfer, DateTimeOffset? conferenceBy) => new()
    {
        Kind = transfer.Kind,
        FromArea = transfer.FromArea,
        ToArea = transfer.ToArea,
        EffectiveDate = transfer.EffectiveDate,
        ConferenceBy = conferenceBy,
        Pack = transfer.Pack,
        Missing = transfer.Kind is not TransferKind.Authority ? [] : [.. Enum.GetValues<PackContent>().Except(transfer.Pack.Select(item => item.Item))],
    };

    private static MeetingSummary? MeetingFor(Notice? notice, RecipientFacts reader) => notice switch
    {
        MeetingNotified called => new() { MeetingType = called.MeetingType, At = called.At },
        MeetingRecorded held => new() { MeetingType = held.MeetingType, HeldOn = held.HeldOn, Attended = held.Invited.FirstOrDefault(place => place.Post == reader.Name)?.Attended },
        _ => null,
    };

    private static string[] Split(string words) => words.Length == 0 ? [] : words.Split(',');
}
