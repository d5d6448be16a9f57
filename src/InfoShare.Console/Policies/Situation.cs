using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Policy;

namespace InfoShare.Console.Policies;

/// <summary>An invented message of a usual kind, with every part, by which it is shown who gets what.</summary>
/// <param name="Code">As the address names it.</param>
internal sealed record Situation(string Code, string Title, MessageFacts Message)
{
    public static IReadOnlyList<Situation> All { get; } =
    [
        new("significant-harm", "A concern with a risk of significant harm (level 4)", Concern(4)),
        new("in-need", "A concern about a child in need (level 3)", Concern(3)),
        new("early-help", "A concern for early help (level 2)", Concern(2)),
        new("sexual-abuse", "A concern of level 1 with signs of sexual abuse", Concern(1) with { Categories = ["SAB"] }),
        new("allegation", "An allegation against somebody who works with children", Concern(4) with { AllegationAgainstStaff = true }),
        new("move", "A move to another area", Concern(null) with { Type = "child.movedArea", MoveType = MoveType.Permanent }),
        new("attendance", "A notice of low attendance", Concern(null) with { Type = "attendance.threshold" }),
        new("plan", "A notice that a child protection plan has begun", Concern(null) with { Type = "plan.changed", PlanType = PlanType.ChildProtection, PlanChange = PlanChange.Opened }),
    ];

    /// <summary>The one of this code; of no other: the first.</summary>
    public static Situation Of(string? code) => All.FirstOrDefault(one => one.Code == code) ?? All[0];

    private static MessageFacts Concern(int? level) => new(
        "concern.raised", AgencyKind.Education, level, ImmediateDanger: false, AllegationAgainstStaff: false, Handling: null, HandlingHasConditions: false,
        NamedRecipients: [], Categories: [], Factors: [], AddressRestricted: false, Unborn: false, MoveType: null, Enum.GetValues<PartName>(), PartsNamingAddress: []);
}
