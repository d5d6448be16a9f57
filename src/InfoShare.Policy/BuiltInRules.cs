using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;

namespace InfoShare.Policy;

/// <summary>The rules of this release, at the level of the recipient: may they know that the message exists?</summary>
/// <remarks>In the order in which to read them. The order never changes the decision.</remarks>
internal static class BuiltInRules
{
    private static readonly HashSet<string> AtLevelFour =
    [
        Roles.FrontDoor, Roles.AllocatedTeam, Roles.PoliceSafeguardingOfficer, Roles.NamedNurse, Roles.ConferenceChair,
        Roles.GpSafeguardingLead, Roles.HealthVisitor, Roles.SchoolNurse, Roles.DesignatedSafeguardingLead, Roles.NamedMidwife,
    ];

    private static readonly HashSet<string> AtLevelThree =
    [
        Roles.FrontDoor, Roles.AllocatedTeam, Roles.GpSafeguardingLead, Roles.HealthVisitor, Roles.SchoolNurse,
        Roles.DesignatedSafeguardingLead, Roles.NamedMidwife,
    ];

    private static readonly HashSet<string> EarlyHelp =
        [Roles.EarlyHelpCoordinator, Roles.DesignatedSafeguardingLead, Roles.HealthVisitor, Roles.SchoolNurse];

    private static readonly HashSet<string> SexualAbuseAtOnce =
        [Roles.FrontDoor, Roles.PoliceSafeguardingOfficer, Roles.NamedDoctor];

    private static readonly HashSet<string> MoveReaders =
    [
        Roles.FrontDoor, Roles.AllocatedTeam, Roles.HealthVisitor, Roles.SchoolNurse, Roles.GpSafeguardingLead,
        Roles.DesignatedSafeguardingLead, Roles.NamedMidwife,
    ];

    public static IReadOnlyList<Rule> Prohibitions { get; } =
    [
        new("allegation-designated-officer-only",
            AbsoluteRules.KeepsAllegation, [], []),
        new("handling-condition-named-only",
            AbsoluteRules.KeepsConditioned, [], []),
        new("boundary-change-not-sent",
            f => f.Message.MoveType is MoveType.BoundaryChange, [], [], WithheldCodes.NotNeededForRole),
    ];

    public static IReadOnlyList<Rule> Grounds { get; } =
    [
        new("risk-of-significant-harm",
            f => f.Message.RiskOfSignificantHarm && AtLevelFour.Contains(f.Recipient.Role), LawfulBasis.SignificantHarm, []),
        new("child-in-need",
            f => f.Message.IsConcern && f.Message.LevelOfNeed is 3 && AtLevelThree.Contains(f.Recipient.Role), LawfulBasis.InNeed, []),
        new("early-help-with-agreement",
            f => f.Message.IsConcern && f.Message.LevelOfNeed is <= 2 && EarlyHelp.Contains(f.Recipient.Role) && AgreedToShare(f),
            LawfulBasis.ByAgreement, ["stop-when-agreement-is-withdrawn"]),
        new("sexual-abuse-at-once",
            f => f.Message.IsConcern && f.Message.SexualAbuse && SexualAbuseAtOnce.Contains(f.Recipient.Role), LawfulBasis.SignificantHarm, []),
        new("domestic-abuse-notice-to-school",
            f => f.Message is { IsConcern: true, From: AgencyKind.Police, DomesticAbuseFactor: true }
                && f.Recipient is { Role: Roles.DesignatedSafeguardingLead, Relationship: Relationship.OwnSchool },
            LawfulBasis.DomesticAbuseNotice, ["no-contact-with-parents-about-this"]),
        new("allegation-to-designated-officer",
            f => f.Message.AllegationAgainstStaff && f.Recipient.Role == Roles.DesignatedOfficer,
            LawfulBasis.StaffAllegation, ["need-to-know-only"]),
        new("handling-condition-named",
            f => f.Message.Handling is HandlingCode.C && AbsoluteRules.MayHaveConditioned(f), LawfulBasis.PoliceInformation, ["no-onward-sharing"]),
        new("child-moved-area",
            f => f.Message.IsMove && MoveReaders.Contains(f.Recipient.Role), LawfulBasis.Moves, []),
    ];

    private static bool AgreedToShare(SharingFacts f) => f.Consents.Any(c => c.AllowsSharing(f.Recipient.Kind, null, f.At));
}
