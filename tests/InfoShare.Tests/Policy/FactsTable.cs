using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Policy;
using static InfoShare.Tests.Policy.SharingPolicyTests;

namespace InfoShare.Tests.Policy;

/// <summary>Facts that meet everything that is built in, and policies whose ids in a decision tell how the facts were put to them. Fixed: its outcomes are pinned.</summary>
internal static class FactsTable
{
    /// <summary>A rule for each thing that can be asked of a message, a recipient and the circumstances.</summary>
    public static string AskingEverything { get; } = string.Join('\n', (string[])
    [
        .. ((string[])
        [
            "resource.isConcern && resource.levelOfNeed == 3", "resource.isMove && resource.messageType == \"child.movedArea\"", "resource.from == \"police\"", "resource.immediateDanger",
            "resource.sexualAbuse", "resource.domesticAbuse", "resource.categories.contains(\"SAB\")", "resource.factors.contains(\"3B\")", "resource.allegationAgainstStaff",
            "resource has handling && resource.handling == \"C\"", "resource.handlingHasConditions && resource.namedRecipients.contains(principal.name)", "resource.addressRestricted && !resource.unborn",
            "resource.unborn", "resource has moveType && resource.moveType == \"temporary-accommodation\"", "resource.detrimentRecorded",
            "principal.grants.contains(\"see-address\")", "principal.relationship == \"own-school\"", "principal.organisation == \"urn/999998\"", "principal in AgencyKind::\"police\"",
            "resource has levelOfNeed && resource.levelOfNeed > 0 && resource.partnership.inNeedFrom == 3 && context.agreedToShare", "context.answerToService == \"given\"", "context.answerToSharing == \"withdrawn\"", "context.answerToSharing == \"refused\"", "context.emergencyAccess",
        ]).Select((asked, n) => Permit($"know-{n}", "know", asked.StartsWith("resource.isConcern", StringComparison.Ordinal) ? $"resource has levelOfNeed && {asked}" : asked,
            basis: asked.Contains("agreedToShare", StringComparison.Ordinal) ? "UKGDPR-6-1-a" : "UKGDPR-6-1-e")),
        Permit("everybody", "read", "[Part::\"identity\", Part::\"contact\", Part::\"incident\", Part::\"address\"].contains(resource)"),
        Permit("agreed", "read", "context.agreementNamesPart"),
        Permit("duties", "read", "resource == Part::\"plan\"", "stop-when-agreement-is-withdrawn no-contact-with-parents-about-this need-to-know-only no-onward-sharing emergency-access-is-reviewed"),
        Permit("unkept", "read", "resource == Part::\"education\"", "nobody-knows-this"),
        """@id("never") @because("pinned") @code("not-needed-for-role") forbid (principal, action == Action::"read", resource) when { resource == Part::"thirdParty" };""",
        """@id("broken") @because("pinned") forbid (principal, action == Action::"know", resource) when { resource has levelOfNeed && resource.levelOfNeed == 5 && 9223372036854775807 + resource.levelOfNeed > 0 };""",
    ]);

    private static readonly MessageFacts[] Messages =
    [
        .. ((int?[])[null, 1, 3, 4, 5]).Select(level => LevelFour with { LevelOfNeed = level }),
        LevelFour with { LevelOfNeed = 1, ImmediateDanger = true },
        LevelFour with { LevelOfNeed = 1, From = AgencyKind.Police, Categories = ["SAB"], Factors = ["3B"], Type = "concern.corrected" },
        LevelFour with { AllegationAgainstStaff = true },
        LevelFour with { AllegationAgainstStaff = true, Handling = HandlingCode.C },
        LevelFour with { LevelOfNeed = 3, Handling = HandlingCode.C, HandlingHasConditions = true, NamedRecipients = ["la/E06000063#conference-chair"] },
        LevelFour with { LevelOfNeed = 3, Handling = HandlingCode.P, Unborn = true, DetrimentRecorded = true, Area = "E06000063" },
        LevelFour with { AddressRestricted = true, PartsNamingAddress = [PartName.Incident] },
        LevelFour with { LevelOfNeed = 3, AddressRestricted = true, PartsNamingAddress = [PartName.Identity] },
        LevelFour with { LevelOfNeed = null, Type = "child.movedArea", MoveType = MoveType.TemporaryAccommodation, Parts = [PartName.Identity, PartName.Address] },
        LevelFour with { LevelOfNeed = 0, Parts = [] },
    ];

    private static readonly RecipientFacts[] Recipients =
    [
        .. Roles.All.Select(role => At(role)),
        At(Roles.FrontDoor, AgencyKind.SocialCare, "see-address"),
        new("urn/999998", AgencyKind.Education, Roles.DesignatedSafeguardingLead, [], Relationship.OwnSchool),
        At(Roles.PoliceSafeguardingOfficer, AgencyKind.Police),
    ];

    private static readonly ConsentFact Given = new(AgreementTo.Share, ConsentAnswer.Given, [], [], Noon.AddDays(-30), null, null);

    private static readonly ConsentFact[][] Agreements =
    [
        [],
        [Given],
        [Given with { Scope = [PartName.Medical], Agencies = [AgencyKind.Education] }, Given with { AgreementTo = AgreementTo.Service }],
        [Given with { Scope = [PartName.Incident, PartName.Contact] }],
        [Given with { WithdrawnAt = Noon }],
        [Given with { WithdrawnAt = Noon.AddTicks(1) }, Given with { Answer = ConsentAnswer.Refused, ValidFrom = Noon.AddDays(-1) }],
    ];

    public static IEnumerable<SharingFacts> All() =>
        from message in Messages
        from recipient in Recipients
        from agreements in Agreements
        from emergency in (DateTimeOffset?[])[null, Noon.AddMinutes(1)]
        select new SharingFacts(message, recipient, agreements, Noon, emergency);

    private static string Permit(string id, string action, string asked, string obligation = "no-onward-sharing", string basis = "UKGDPR-6-1-e") => $$"""
        @id("{{id}}") @basis("{{basis}}") @because("pinned") @obligation("{{obligation}}") permit (principal, action == Action::"{{action}}", resource) when { {{asked}} };
        """;
}
