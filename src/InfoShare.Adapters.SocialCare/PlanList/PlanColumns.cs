using System.Collections.Frozen;
using InfoShare.Adapters.SocialCare.Csv;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.SocialCare.PlanList;

/// <summary>The fields of our own plan list, and its codes. In JSON they are written <c>childId</c>.</summary>
internal static class PlanColumns
{
    public const string ChildId = "child_id";
    public const string NhsNumber = "nhs_number";
    public const string PupilNumber = "upn";
    public const string Family = "family_name";
    public const string Given = "given_names";
    public const string Born = "date_of_birth";
    public const string Expected = "expected_date_of_birth";
    public const string Sex = "sex";
    public const string Plan = "plan";
    public const string Category = "category";
    public const string Start = "start";
    public const string End = "end";
    public const string Authority = "authority";
    public const string Team = "team";
    public const string Contact = "contact";

    /// <summary>A plan list has at least the child, the plan and its first day.</summary>
    public static CsvColumns All { get; } = new(
        [ChildId, Plan, Start],
        [NhsNumber, PupilNumber, Family, Given, Born, Expected, Sex, Category, End, Authority, Team, Contact],
        ("la_child_id", ChildId), ("plan_start", Start), ("start_date", Start), ("plan_end", End), ("end_date", End), ("dob", Born));

    /// <summary>Child protection plan, the same of an unborn child, looked after: the kinds that the NHS's child protection information sharing holds.</summary>
    public static FrozenDictionary<string, PlanType> Plans { get; } = new Dictionary<string, PlanType>
    {
        ["CPP"] = PlanType.ChildProtection,
        ["UCPP"] = PlanType.ChildProtection,
        ["LAC"] = PlanType.LookedAfter,
    }.ToFrozenDictionary();

    public static FrozenSet<string> PlanCodes { get; } = Plans.Keys.ToFrozenSet();
}
