using InfoShare.Contracts.Codes;

namespace InfoShare.Contracts.Parts;

/// <summary>What a message says, part by part. An absent part was not given, or was not released to this reader.</summary>
public sealed record MessageParts
{
    /// <summary>Who the child is.</summary>
    public IdentityPart? Identity { get; init; }

    /// <summary>Where the child lives and lived.</summary>
    public AddressPart? Address { get; init; }

    /// <summary>What happened or was seen.</summary>
    public IncidentPart? Incident { get; init; }

    /// <summary>What the child said or showed.</summary>
    public ChildVoicePart? ChildVoice { get; init; }

    /// <summary>The adults and children around the child.</summary>
    public HouseholdPart? Household { get; init; }

    /// <summary>Health information.</summary>
    public MedicalPart? Medical { get; init; }

    /// <summary>School, attendance and learning.</summary>
    public EducationPart? Education { get; init; }

    /// <summary>Graded police intelligence.</summary>
    public IntelligencePart? Intelligence { get; init; }

    /// <summary>Reporters, neighbours, relatives outside the household.</summary>
    public ThirdPartyPart? ThirdParty { get; init; }

    /// <summary>Who to call about this.</summary>
    public ContactPart? Contact { get; init; }

    /// <summary>Open plans and who manages them.</summary>
    public PlanPart? Plan { get; init; }

    /// <summary>What was known of the child before. Routing adds it; what a sender writes here is not read.</summary>
    public HistoryPart? History { get; init; }

    /// <summary>The names of the parts that are there.</summary>
    public IReadOnlyList<PartName> Present() => [.. Enum.GetValues<PartName>().Where(name => this[name] is not null)];

    /// <summary>One part by its name; null when absent.</summary>
    public object? this[PartName name] => name switch
    {
        PartName.Identity => Identity,
        PartName.Address => Address,
        PartName.Incident => Incident,
        PartName.ChildVoice => ChildVoice,
        PartName.Household => Household,
        PartName.Medical => Medical,
        PartName.Education => Education,
        PartName.Intelligence => Intelligence,
        PartName.ThirdParty => ThirdParty,
        PartName.Contact => Contact,
        PartName.Plan => Plan,
        PartName.History => History,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>A copy that holds only the named parts.</summary>
    public MessageParts Only(IReadOnlySet<PartName> names) => new()
    {
        Identity = names.Contains(PartName.Identity) ? Identity : null,
        Address = names.Contains(PartName.Address) ? Address : null,
        Incident = names.Contains(PartName.Incident) ? Incident : null,
        ChildVoice = names.Contains(PartName.ChildVoice) ? ChildVoice : null,
        Household = names.Contains(PartName.Household) ? Household : null,
        Medical = names.Contains(PartName.Medical) ? Medical : null,
        Education = names.Contains(PartName.Education) ? Education : null,
        Intelligence = names.Contains(PartName.Intelligence) ? Intelligence : null,
        ThirdParty = names.Contains(PartName.ThirdParty) ? ThirdParty : null,
        Contact = names.Contains(PartName.Contact) ? Contact : null,
        Plan = names.Contains(PartName.Plan) ? Plan : null,
        History = names.Contains(PartName.History) ? History : null,
    };
}
