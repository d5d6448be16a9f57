using InfoShare.Adapters.SocialCare.Cin;
using InfoShare.Adapters.SocialCare.Csv;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.SocialCare.PlanList;

/// <summary>
/// Reads a list of children with a child protection plan or looked after: our own format, CSV or JSON, with what the NHS's
/// child protection information sharing holds. Each row is one record: docs/formats-social-care.md.
/// </summary>
public sealed class PlanListTranslator : ITranslator
{
    private const int MostMarks = 100;

    /// <inheritdoc/>
    public string Format => "cp-plans";

    /// <inheritdoc/>
    public bool Recognises(string fileName, ReadOnlySpan<byte> start) => PlanJson.Is(start) || CsvTable.HasHeader(start, PlanColumns.All);

    /// <inheritdoc/>
    public FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var table = FileStart.Text(content.Span) is ['{' or '[', ..] ? PlanJson.Read(content) : CsvTable.Read(content, PlanColumns.All);
        if (table.Value is not { } rows)
            return new FileTranslation.Unreadable(table.Problems);
        if (CinAuthority.Speaker([], context) is null)
            return new FileTranslation.Unreadable(CinAuthority.NobodyToSpeakFor);

        var known = new Dictionary<string, CsvRow>(StringComparer.Ordinal);
        return new FileTranslation.Readable([.. rows.Select(row => Record(row, known, context))]);
    }

    private static RecordTranslation Record(CsvRow row, Dictionary<string, CsvRow> known, TranslationContext context)
    {
        var read = ListedPlan.Read(row, context);
        if (read.Value is not { } plan)
            return new RecordTranslation.Quarantined(row.Place, read.Problems);
        if (known.TryGetValue(plan.Key, out var earlier))
            return earlier.Values.Count == row.Values.Count && !earlier.Values.Except(row.Values).Any()
                ? new RecordTranslation.NothingToSend(row.Place, PlanListReasons.GivenTwice)
                : new RecordTranslation.Quarantined(row.Place, new FieldProblem(
                    $"{row.Place}, {PlanColumns.Start}", $"must not be given twice for one child and plan; {earlier.Place} has it, and says something else"));
        known.Add(plan.Key, row);
        return ListedChild.IsAdult(plan.Identity, context.AsOf)
            ? new RecordTranslation.NothingToSend(row.Place, PlanListReasons.Adult)
            : new RecordTranslation.Messages(row.Place, Draft(plan, context.AsOf));
    }

    /// <summary>A plan that has ended closes the involvement; one that will end is open until then.</summary>
    private static Draft Draft(ListedPlan plan, DateOnly asOf)
    {
        var ended = plan.Plan.End <= asOf;
        return new(plan.From, plan.ChildId, plan.Key, new DateTimeOffset(plan.Plan.Start!.Value, TimeOnly.MinValue, TimeSpan.Zero), new InvolvementRecorded
        {
            InvolvementId = plan.Key,
            Since = plan.Plan.Start,
            Until = ended ? plan.Plan.End : null,
            Marks = [.. plan.Marks.Take(MostMarks)],
            Parts = new() { Identity = plan.Identity, Plan = ended ? null : new() { Plans = [plan.Plan], AllocatedTeam = plan.Team } },
        });
    }
}
