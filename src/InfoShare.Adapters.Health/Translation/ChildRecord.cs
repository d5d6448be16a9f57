using InfoShare.Adapters.Health.Appointments;
using InfoShare.Adapters.Health.Children;
using InfoShare.Adapters.Health.Concerns;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Adapters.Health.Moves;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health.Translation;

/// <summary>Reads everything that a bundle says about one child: its drafts, and the fields that stopped some of them.</summary>
internal sealed class ChildRecord
{
    private readonly Chart chart;
    private readonly Case about;
    private readonly TranslationContext context;
    private readonly bool onlyChild;
    private readonly OrganisationSource from;
    private readonly string childKey;
    private readonly DateTimeOffset? timestamp;
    private readonly string? submission;

    private ChildRecord(Chart chart, Case about, OrganisationSource from, bool onlyChild, TranslationContext context)
    {
        (this.chart, this.about, this.from, this.onlyChild, this.context) = (chart, about, from, onlyChild, context);
        var root = chart.Bundle.Root;
        childKey = about.Child.Key(from);
        timestamp = root.Time("timestamp", about.Child.Marks)?.Instant?.ToUniversalTime();
        submission = (root.Text("id") ?? root.At("identifier")?.Text("value")) is { } id ? Keys.Bounded(id) : null;
    }

    /// <summary>The drafts of one child, or what stopped them; neither when there is nothing to send.</summary>
    public static (IReadOnlyList<Draft> Drafts, IReadOnlyList<FieldProblem> Problems) Read(
        Chart chart, Case about, bool onlyChild, TranslationContext context)
    {
        var first = about.Signs.FirstOrDefault(s => s.Standing == Standing.Holds);
        var (from, problem) = Speaker.Of(chart.Bundle, first?.Author, first?.Resource ?? chart.Bundle.Header, context);
        // Without a speaker the record is still read, to know whether there is anything for which one would be needed.
        var record = new ChildRecord(chart, about, from ?? new("ods", "none"), onlyChild, context);
        var (drafts, problems) = record.Everything();
        if (drafts.Count == 0)
            return ([], problems);
        if (problem is not null)
            return ([], [problem]);
        if (about.Child.IsNobody)
            return ([], [new(about.Child.Patient.Path, "must have a name, an identifier or a birth date")]);
        var broken = drafts.SelectMany(d => FieldLimits.Check(d.Data, "data")).ToList();
        return broken.Count > 0 ? ([], broken) : (drafts, []);
    }

    private (List<Draft> Drafts, List<FieldProblem> Problems) Everything()
    {
        var marks = new Marks();
        var practices = Practices.Of(about.Child.Patient, chart.Bundle, marks);
        var agreements = new AgreementDrafts(chart.Bundle, about.Child, childKey, from, timestamp);
        var (consents, problems) = agreements.Read(about.Child.OfMother ? [] : chart.Consents[about.Child.Patient.Path], marks);
        var medical = Medical(practices);
        List<Draft> drafts =
        [
            .. Distinct([.. Concerns(medical, marks), .. NotBrought(medical, marks), .. Withdrawals()]),
            .. Move(practices, marks),
            .. Distinct(consents.Select(New)),
        ];
        return (drafts, problems);
    }

    private IEnumerable<Draft> Concerns(MedicalPart? medical, Marks marks)
    {
        var standing = about.Signs.Where(s => s.Standing == Standing.Holds).OrderBy(s => s.Rank).ToList();
        var leading = Leading(standing);
        IReadOnlyList<Sign> supporting = [.. standing.Except(leading)];
        var paths = leading.Select(s => s.Resource.Path).ToHashSet();
        foreach (var left in Narrative.Unattached(chart.Said, paths, onlyChild))
            marks.Add(left.Resource.Field("subject"), "must be the child that it is about; its text was left out");

        foreach (var sign in leading)
        {
            var said = Narrative.Of(sign, about.Child.Patient.Path, chart.Said, paths, onlyChild);
            var contact = Contacts.Read(sign, chart.Bundle, marks);
            var key = KeyOf(sign);
            var concern = ConcernReading.Read(sign, supporting, about.Child, said, medical, contact, key);
            concern = concern with { Marks = [.. concern.Marks.Concat(marks.All).Distinct().Take(100)] };
            yield return New(key, Happened(sign, concern), concern);
        }
    }

    /// <summary>A pattern of missed appointments, where no sign raises a concern: with one, they are a note in it.</summary>
    private IEnumerable<Draft> NotBrought(MedicalPart? medical, Marks marks)
    {
        if (about.Signs.Any(s => s.Standing == Standing.Holds) || about.Child.OfMother
            || MissedPattern.Find(chart.Visits[about.Child.Patient.Path], context.AsOf) is not { } pattern)
            yield break;
        var key = MissedNotice.Key(pattern, childKey);
        var notice = MissedNotice.Of(pattern, about.Child, medical, Contacts.OfSender(chart.Bundle, marks), key);
        yield return New(key, pattern.Last.Start!.Value.Moment!.Value.ToUniversalTime(), notice with { Marks = [.. notice.Marks.Concat(marks.All).Distinct().Take(100)] });
    }

    /// <summary>The signs that are concerns of their own: those of the first type that there is. Several Communications are one.</summary>
    private static List<Sign> Leading(List<Sign> standing) =>
        [.. standing.Where(s => s.Rank == standing[0].Rank).Take(standing is [{ Resource.ResourceType: "Communication" }, ..] ? 1 : int.MaxValue)];

    /// <summary>A flag entered in error takes back the concern that it raised, where its key lets that be found.</summary>
    private IEnumerable<Draft> Withdrawals() =>
        from sign in about.Signs
        where sign is { Standing: Standing.InError, Resource.ResourceType: "Flag" } && Keys.Of(sign.Resource, @from) is not null
        let key = KeyOf(sign)
        select New(key, timestamp ?? context.At, new ConcernWithdrawn { ConcernId = key, Reason = WithdrawalReason.SentInError });

    private IEnumerable<Draft> Move(IReadOnlyList<Practice> practices, Marks marks)
    {
        var move = MoveReading.Read(about.Child, childKey, practices, [.. chart.Ended[about.Child.Patient.Path]], context.AsOf);
        if (move is null)
            yield break;
        var medical = move.Parts.Medical ?? (practices.Count > 0 ? new() { GpPractice = Current(practices) } : null);
        yield return New(
            move.MoveId,
            MoveMessages.TimeOf(move, timestamp ?? context.At),
            move with { Parts = move.Parts with { Medical = medical }, Marks = [.. move.Marks.Concat(marks.All).Distinct().Take(100)] });
    }

    private MedicalPart? Medical(IReadOnlyList<Practice> practices)
    {
        var notes = string.Join('\n', Missed().Take(100));
        return practices.Count == 0 && notes.Length == 0 ? null : new() { GpPractice = Current(practices), Notes = notes.Length == 0 ? null : notes };
    }

    private IEnumerable<string> Missed() =>
        chart.Visits[about.Child.Patient.Path].Where(v => v.Attendance == Attendance.NotBrought).Select(v => v.Words);

    private string? Current(IReadOnlyList<Practice> practices) =>
        PracticeChange.Find(practices, [.. chart.Ended[about.Child.Patient.Path]])?.To ?? (practices.Count > 0 ? practices[0].Ods : null);

    private DateTimeOffset Happened(Sign sign, ConcernRaised concern) =>
        concern.Parts.Incident?.ObservedAt
        ?? sign.Resource.At("period")?.Time("start", new Marks())?.Moment
        ?? concern.Parts.Incident?.RecordedAt
        ?? timestamp
        ?? context.At;

    private string KeyOf(Sign sign)
    {
        var start = sign.Resource.At("period")?.Text("start") ?? sign.Resource.Text("authoredOn") ?? sign.Resource.Text("sent");
        var own = Keys.Of(sign.Resource, from) ?? $"{childKey}|{sign.Resource.ResourceType}|{SafeguardingCodes.CodeOf(sign.Meaning)}|{start}";
        var shared = sign.Subject?.Path != about.Child.Patient.Path || about.Child.OfMother;
        return Keys.Bounded(shared ? $"{own}|{childKey}" : own);
    }

    private Draft New((string Key, DateTimeOffset Time, object Data) message) => New(message.Key, message.Time, message.Data);

    private Draft New(string key, DateTimeOffset time, object data) => new(from, childKey, key, time, data, submission);

    /// <summary>Two resources with one key would correct each other, so the first stands.</summary>
    private static List<Draft> Distinct(IEnumerable<Draft> drafts) => [.. drafts.DistinctBy(d => d.RecordKey)];
}
