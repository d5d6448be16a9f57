using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>What becomes of each child of a notice: docs/formats-police.md, line by line.</summary>
internal static class NoticeReading
{
    private const int MostLinked = 30;

    /// <summary>One record for each child; one for the notice where it has none, or cannot be used.</summary>
    public static IEnumerable<RecordTranslation> Of(NoticeNode? node, string place, TranslationContext context)
    {
        if (node is null)
            return [new RecordTranslation.Quarantined(place, new FieldProblem(
                "", $"must be a notice of at most {NoticeLimits.NoticeBytes / 1024} KiB, nested at most {NoticeLimits.Depth} levels"))];
        var read = NoticeHeader.Read(new(node, "", []), context);
        if (read.Value is not { } header)
            return [new RecordTranslation.Quarantined(place, read.Problems)];

        var children = node.Fields.Where(f => f.Name == "children").ToList();
        return children is []
            ? [new RecordTranslation.NothingToSend(place, NoticeProblems.NoChild)]
            : Linked(Once([.. children.Select((child, i) => Child(node, child, $"{place}, child {i + 1}", $"children[{i + 1}]", header, context))]));
    }

    /// <summary>A withdrawal takes back the concern about each child that it repeats; anything else tells it, or tells it anew.</summary>
    private static RecordTranslation Child(
        NoticeNode notice, NoticeNode node, string place, string field, NoticeHeader header, TranslationContext context)
    {
        var marks = new List<Mark>();
        var child = new NoticeFields(node, "children", marks);
        var identity = NoticeChild.Identity(child, context.AsOf);
        if (NoticeKeys.Child(identity) is not { } childKey)
            return new RecordTranslation.Quarantined(place, new FieldProblem(field, "must have a name, a date of birth or an identifier that can be used"));

        var key = NoticeKeys.Concern(header.Id, childKey);
        if (header.Withdrawal is { } reason)
            return Message(new ConcernWithdrawn { ConcernId = key, Reason = reason });
        return NoticeChild.IsAdult(identity, context.AsOf)
            ? new RecordTranslation.NothingToSend(place, NoticeProblems.Adult)
            : Message(NoticeConcern.Read(new(notice, "", marks), child, identity, key, marks));

        RecordTranslation.Messages Message(object data) => new(place, new Draft(header.From, childKey, key, header.SentAt, data));
    }

    /// <summary>Two children with one key would be one concern, and the second a correction of the first.</summary>
    private static List<RecordTranslation> Once(List<RecordTranslation> records)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        return [.. records.Select(r => r is RecordTranslation.Messages { Drafts: [var draft] } && !keys.Add(draft.RecordKey)
            ? new RecordTranslation.Quarantined(r.Place, new FieldProblem("children.identifiers", "must tell this child from another of the notice: give each a local identifier"))
            : r)];
    }

    /// <summary>The concerns of one notice name each other, whatever the order of its children.</summary>
    private static IEnumerable<RecordTranslation> Linked(List<RecordTranslation> records)
    {
        var keys = records.OfType<RecordTranslation.Messages>().Select(m => m.Drafts[0].RecordKey).Order(StringComparer.Ordinal).ToList();
        return records.Select(r => r is RecordTranslation.Messages { Drafts: [{ Data: ConcernRaised concern } draft] } message
            ? message with { Drafts = [draft with { Data = concern with { LinkedConcerns = [.. keys.Where(k => k != draft.RecordKey).Take(MostLinked)] } }] }
            : r);
    }
}
