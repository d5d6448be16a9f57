using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;

namespace InfoShare.Policy.Scenarios;

/// <summary>What a scenario knows of the message; <see cref="MessageFacts"/> says what each means.</summary>
public sealed record ScenarioMessage
{
    public string Type { get; init; } = "concern.raised";

    public AgencyKind From { get; init; } = AgencyKind.Education;

    public int? LevelOfNeed { get; init; }

    public bool ImmediateDanger { get; init; }

    public bool AllegationAgainstStaff { get; init; }

    public HandlingCode? Handling { get; init; }

    public bool HandlingHasConditions { get; init; }

    public IReadOnlyList<string> NamedRecipients { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Factors { get; init; } = [];

    public bool AddressRestricted { get; init; }

    public bool Unborn { get; init; }

    public MoveType? MoveType { get; init; }

    public string? Area { get; init; }

    public bool DetrimentRecorded { get; init; }

    public bool Cumulative { get; init; }

    public PlanType? PlanType { get; init; }

    public PlanChange? PlanChange { get; init; }

    public IReadOnlyList<PartName> Parts { get; init; } = [PartName.Identity, PartName.Address, PartName.Incident, PartName.Contact];

    public IReadOnlyList<PartName> PartsNamingAddress { get; init; } = [];

    internal MessageFacts Facts() => new(
        Type, From, LevelOfNeed, ImmediateDanger, AllegationAgainstStaff, Handling, HandlingHasConditions, NamedRecipients, Categories, Factors,
        AddressRestricted, Unborn, MoveType, Parts, PartsNamingAddress, Area, DetrimentRecorded, PlanType, PlanChange, Cumulative);
}
