using System.Globalization;
using InfoShare.Adapters.SocialCare.Cin;
using InfoShare.Adapters.SocialCare.Csv;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.SocialCare.PlanList;

/// <summary>A row of the list: one child's plan.</summary>
/// <param name="Row">Its row.</param>
/// <param name="From">The authority that speaks.</param>
/// <param name="ChildId">The authority's id of the child.</param>
/// <param name="Kind">The plan's code in the list.</param>
/// <param name="Identity">Who the child is.</param>
/// <param name="Plan">The plan; its end is absent where it ends nothing.</param>
/// <param name="Team">The team in the directory that holds the case.</param>
/// <param name="Marks">What was dropped.</param>
internal sealed record ListedPlan(
    CsvRow Row, OrganisationSource From, string ChildId, string Kind, IdentityPart Identity, OpenPlan Plan, string? Team, IReadOnlyList<Mark> Marks)
{
    private const int LongestId = 40;
    private const int LongestTeam = 100;
    private const string PlanForm = "must be CPP, UCPP or LAC";

    /// <summary>Child, kind and first day: the same in every list.</summary>
    public string Key => $"plan:{ChildId}:{Kind}:{Plan.Start!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>The plan, or the fields that stop it.</summary>
    public static ReadResult<ListedPlan> Read(CsvRow row, TranslationContext context)
    {
        if (row.Problem is { } problem)
            return ReadResult.Bad<ListedPlan>(row.Place, problem);

        var fields = new CsvFields(row);
        var (child, kind, start, from) = (
            fields.Text(PlanColumns.ChildId, LongestId), fields.Code(PlanColumns.Plan, PlanColumns.PlanCodes, PlanForm), fields.Day(PlanColumns.Start), Speaker(row, context));
        List<FieldProblem> problems = [];
        Require(PlanColumns.ChildId, child is not null, $"is required, with at most {LongestId} characters");
        Require(PlanColumns.Plan, kind is not null, PlanForm);
        Require(PlanColumns.Start, start <= context.AsOf, $"{CsvDay.Form}, and {CsvDay.NotYet}");
        Require(PlanColumns.Authority, from is not null, "must be the ONS or DfE code of an authority that this participant speaks for");
        if (problems is not [])
            return ReadResult.Bad<ListedPlan>(problems);

        var plan = new OpenPlan
        {
            Type = PlanColumns.Plans[kind!],
            Start = start,
            End = Ended(fields, start!.Value),
            Category = fields.Code(PlanColumns.Category, CinCodes.AbuseCodes, "must be NEG, PHY, SAB, EMO or MUL"),
            ManagerContact = fields.Text(PlanColumns.Contact),
        };
        var identity = ListedChild.Read(child!, fields, context.AsOf);
        return ReadResult.Ok(new ListedPlan(row, from!, child!, kind!, identity, plan, fields.Text(PlanColumns.Team, LongestTeam), fields.Marks));

        void Require(string column, bool holds, string required)
        {
            if (!holds)
                problems.Add(new($"{row.Place}, {column}", required));
        }
    }

    private static OrganisationSource? Speaker(CsvRow row, TranslationContext context) =>
        row[PlanColumns.Authority] is { } code ? CinAuthority.Named(code, context) : CinAuthority.Speaker([], context);

    /// <summary>An end before the start ends nothing.</summary>
    private static DateOnly? Ended(CsvFields fields, DateOnly start)
    {
        var end = fields.Day(PlanColumns.End);
        if (!(end < start))
            return end;
        fields.Mark(PlanColumns.End, $"must not be before {PlanColumns.Start}");
        return null;
    }
}
