using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;

namespace InfoShare.Policy;

/// <summary>Everything a sharing decision may depend on, for one recipient: coded and pseudonymous, so that it can be kept and replayed.</summary>
/// <param name="Message">What the message is, without its content.</param>
/// <param name="Recipient">Who would receive it.</param>
/// <param name="Consents">Agreements about this child that anybody recorded.</param>
/// <param name="At">The time of the decision, UTC.</param>
/// <param name="EmergencyUntil">Emergency access of this recipient to this child stands until then; null: there is none.</param>
/// <param name="LookedAt">Parts that a person has read and releases: they go with the location masked, where they would be held; null: none.</param>
public sealed record SharingFacts(
    MessageFacts Message, RecipientFacts Recipient, IReadOnlyList<ConsentFact> Consents, DateTimeOffset At, DateTimeOffset? EmergencyUntil = null,
    IReadOnlyList<PartName>? LookedAt = null)
{
    /// <summary>Agreements to share that stand and cover this part (null: the message as such), and were not followed by a refusal.</summary>
    public IEnumerable<ConsentFact> AgreementsFor(PartName? part) =>
        Consents.Where(c => c.AllowsSharing(Recipient.Kind, part, At)
            && !Consents.Any(later => later.ValidFrom >= c.ValidFrom && later.RefusesSharing(Recipient.Kind, part, At)));

    /// <summary>The first instant at which an agreement or emergency access that stands now no longer does, also by a refusal that begins then; null: none of them has an end.</summary>
    public DateTimeOffset? FirstEnd() =>
        Consents.Where(consent => consent.StandsAt(At)).SelectMany(consent => new[] { consent.ValidTo, consent.WithdrawnAt })
            .Concat(Consents.Where(consent => consent.Answer is ConsentAnswer.Refused && consent.ValidFrom > At).Select(consent => (DateTimeOffset?)consent.ValidFrom))
            .Append(EmergencyUntil).Min();
}

/// <summary>The coded facts of a message.</summary>
/// <param name="Type">Such as <c>concern.raised</c>.</param>
/// <param name="From">The kind of agency that sends it.</param>
/// <param name="LevelOfNeed">0 to 5; null: unknown, which counts as a risk of significant harm.</param>
/// <param name="Categories">CIN census categories of abuse.</param>
/// <param name="Factors">CIN census factors.</param>
/// <param name="AddressRestricted">The message or an earlier one restricts the child's address.</param>
/// <param name="Unborn">The child is not born yet.</param>
/// <param name="Parts">The parts that are there.</param>
/// <param name="PartsNamingAddress">Parts whose free text holds a known spelling of a restricted address, or of a school, practice or team.</param>
/// <param name="Area">The code of the authority where the child lives, by whose partnership the levels are read; null: unknown.</param>
/// <param name="DetrimentRecorded">The sender has recorded why telling others would harm the child more than it helps.</param>
/// <param name="PlanType">Of a plan that is told a change of.</param>
/// <param name="PlanChange">What has changed about it.</param>
/// <param name="Cumulative">It is one of several concerns of low level, by several agencies.</param>
/// <param name="NamedRecipients">For handling C, and for what goes by name: who may have it, <c>organisation#role</c>.</param>
public sealed record MessageFacts(
    string Type,
    AgencyKind From,
    int? LevelOfNeed,
    bool ImmediateDanger,
    bool AllegationAgainstStaff,
    HandlingCode? Handling,
    bool HandlingHasConditions,
    IReadOnlyList<string> NamedRecipients,
    IReadOnlyList<string> Categories,
    IReadOnlyList<string> Factors,
    bool AddressRestricted,
    bool Unborn,
    MoveType? MoveType,
    IReadOnlyList<PartName> Parts,
    IReadOnlyList<PartName> PartsNamingAddress,
    string? Area = null,
    bool DetrimentRecorded = false,
    PlanType? PlanType = null,
    PlanChange? PlanChange = null,
    bool Cumulative = false)
{
    private const int SignificantHarm = 4;

    /// <summary>The factors of domestic abuse. Source: CIN census.</summary>
    public static IReadOnlyList<string> DomesticAbuse { get; } = ["3A", "3B", "3C"];

    /// <summary>It is about a concern: raised or corrected.</summary>
    public bool IsConcern => Type is "concern.raised" or "concern.corrected";

    /// <summary>It is about a move.</summary>
    public bool IsMove => Type is "child.movedArea";

    /// <summary>It asks somebody to take the child over.</summary>
    public bool IsTransfer => Type is "transfer.requested";

    /// <summary>Source: Children Act 1989 s.47. Only a concern can carry it.</summary>
    public bool RiskOfSignificantHarm => IsConcern && (ImmediateDanger || LevelOfNeed is null or >= SignificantHarm);

    /// <summary>Sexual abuse is among the categories, or 19B or 19C among the factors.</summary>
    public bool SexualAbuse => Categories.Contains("SAB") || Factors.Any(f => f is "19B" or "19C");

    /// <summary>Domestic abuse is among the factors.</summary>
    public bool DomesticAbuseFactor => Factors.Any(DomesticAbuse.Contains);
}

/// <summary>Who would receive.</summary>
/// <param name="Organisation"><c>scheme/code</c>.</param>
/// <param name="Role">A code of <see cref="Roles"/>.</param>
/// <param name="Grants">What the post was granted: <c>see-address</c>.</param>
/// <param name="Relationship">Why it is a candidate.</param>
public sealed record RecipientFacts(
    string Organisation, AgencyKind Kind, string Role, IReadOnlyList<string> Grants, Relationship Relationship)
{
    /// <summary>As in a handling condition's list of named recipients.</summary>
    public string Name => $"{Organisation}#{Role}";

    /// <summary>May read restricted addresses.</summary>
    public bool SeesRestrictedAddress => Grants.Contains("see-address");
}

/// <summary>Why a recipient is a candidate.</summary>
public enum Relationship
{
    /// <summary>Serves the area where the child lives.</summary>
    Area = 1,

    /// <summary>Serves the area to which the child moves.</summary>
    ReceivingArea,

    /// <summary>The child's own school.</summary>
    OwnSchool,

    /// <summary>The child's own GP practice.</summary>
    OwnPractice,

    /// <summary>Holds the child's case.</summary>
    AllocatedTeam,

    /// <summary>Named in a handling condition, or the officer in charge of such information.</summary>
    Named,

    /// <summary>The area is unknown: the front door that the sender falls back on.</summary>
    DefaultFrontDoor,

    /// <summary>Had the original, and must hear of its correction.</summary>
    HadOriginal,

    /// <summary>Has emergency access to the child.</summary>
    EmergencyAccess,

    /// <summary>Is asked to take the child over.</summary>
    AskedToTakeOver,

    /// <summary>Has lost the child, whom this message shows.</summary>
    SearchesForChild,

    /// <summary>Manages a plan for the child that is open.</summary>
    ManagesPlan,

    /// <summary>Was invited to the child's conferences and core groups.</summary>
    CoreGroup,

    /// <summary>Is on duty for a post that is closed now.</summary>
    OnDuty,
}
