using System.Globalization;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Spool;

/// <summary>Turns drafts into messages: compares each with the last of its record, and gives ids and numbers. Changes only the state it is given.</summary>
internal sealed class Planner(AdapterIds ids, SpoolState state, DateTimeOffset now)
{
    public DraftOutcome Plan(PreparedDraft draft)
    {
        if (draft is not { Subject: { } subject, Problems: [] })
            return new DraftOutcome.Refused(false, draft.Problems);
        if (draft.Submission is not { } submission)
            return PlanContent(draft, subject);

        var contentAndType = $"{TypeOf(subject.Data).Name} {draft.Content}";
        switch (state.SubmissionContent(submission))
        {
            case { } known when known == contentAndType && !TurnedAway(subject):
                return new DraftOutcome.Nothing("sent before");
            case { } known when known == contentAndType:
                return PlanContent(draft, subject);
            case not null:
                return new DraftOutcome.Refused(true, new FieldProblem("id", "was used before for other content"));
        }

        var outcome = PlanContent(draft, subject);
        if (outcome is not DraftOutcome.Refused)
            state.SetSubmission(submission, contentAndType);
        return outcome;
    }

    private DraftOutcome PlanContent(PreparedDraft draft, Subject subject)
    {
        var last = state.Record(subject.Track);
        switch (subject.Data)
        {
            case ConcernWithdrawn when last is null:
                return new DraftOutcome.Refused(false, new FieldProblem("data.concernId", "is of no concern that was sent"));
            case NoticeWithdrawn when last is null:
                return new DraftOutcome.Refused(false, new FieldProblem("data.noticeId", "is of no notice that was sent"));
            case ConcernWithdrawn or NoticeWithdrawn when last.Withdrawn == 1:
                return new DraftOutcome.Nothing("withdrawn before");
            case ConcernWithdrawn or NoticeWithdrawn:
                return Send(draft, subject, last.Message, last.Partition, id => last with { Message = id, Withdrawn = 1 });
        }

        var turnedAway = last is not null && state.WasTurnedAway(last.Message);
        if (last is not null && last.Content == draft.Content && !turnedAway)
            return new DraftOutcome.Nothing(last.Withdrawn == 1 ? "withdrawn" : "unchanged");

        var data = subject.Data is ConcernRaised concern && last is not null && !turnedAway
            ? new ConcernCorrected { Corrects = last.Message, Changed = PartHashes.Changed(last.Parts, draft.Parts), Concern = concern }
            : subject.Data;
        return Send(draft, subject with { Data = data }, last?.Message ?? "", draft.Partition,
            id => new() { Message = id, Content = draft.Content, Parts = draft.Parts, Partition = draft.Partition });
    }

    private bool TurnedAway(Subject subject) => state.Record(subject.Track) is { } last && state.WasTurnedAway(last.Message);

    private DraftOutcome Send(
        PreparedDraft draft, Subject subject, string previous, string partition, Func<string, RecordState> next)
    {
        var type = TypeOf(subject.Data);
        var child = state.Child(partition);
        var ord = Math.Max(child.Ord + 1, now.ToUnixTimeMilliseconds() * 1000 + now.Microsecond);
        var urgent = Urgency.Of(subject.Data);
        var row = new OutgoingRow
        {
            Id = ids.Message(type.Name, subject.Track, previous, draft.Content),
            Type = type.Name,
            Partition = partition,
            Ord = ord.ToString("D20", CultureInfo.InvariantCulture),
            Urgent = urgent ? 1 : 0,
            Epoch = urgent ? 0 : child.Epoch,
            Sequence = urgent ? 0 : child.NextSequence,
            AcceptedAt = now.ToUnixTimeMilliseconds(),
        };

        var plain = WireWriter.Write(EnvelopeOf(draft.Draft, subject, type, row));
        if (plain.Length > MessageLimits.MessageBytes - Numbers)
            return new DraftOutcome.Refused(false, new FieldProblem("", $"must not be larger than {MessageLimits.MessageBytes / 1024} KiB as one message"));

        state.Set(partition, child with { Ord = ord, NextSequence = child.NextSequence + (urgent ? 0 : 1) });
        state.Set(subject.Track, next(row.Id));
        state.Add(row, plain);
        return new DraftOutcome.Message(row.Id, subject.Id);
    }

    /// <summary>Bytes that the sequence and epoch take when they are put in.</summary>
    private const int Numbers = 64;

    /// <summary>Without sequence and epoch: a new epoch renumbers, so they are put in when it is sent.</summary>
    private static Envelope<object> EnvelopeOf(Draft draft, Subject subject, MessageType type, OutgoingRow row) => new()
    {
        SpecVersion = "1.0",
        Id = row.Id,
        Source = draft.From.Uri,
        Type = type.CloudEventType,
        Time = draft.Time,
        DataContentType = "application/json",
        DataSchema = type.DataSchema,
        PartitionKey = row.Partition,
        Order = row.Ord,
        CorrelationId = subject.Causation is null ? subject.Id : null,
        CausationId = subject.Causation,
        Data = subject.Data,
    };

    private static MessageType TypeOf(object data) => MessageTypes.All.Single(t => t.Data == data.GetType());
}
