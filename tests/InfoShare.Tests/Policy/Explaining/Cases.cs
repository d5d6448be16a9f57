using FsCheck;
using FsCheck.Fluent;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Policy;
using static InfoShare.Tests.Policy.SharingPolicyTests;

namespace InfoShare.Tests.Policy.Explaining;

/// <summary>Facts of every kind, and changes of them that are made here, not by the program.</summary>
internal static class Cases
{
    public static readonly SharingPolicy Policy = SharingPolicies.OfThisRelease.Named("2026")!;

    private static readonly ConsentFact Agreement = new(AgreementTo.Share, ConsentAnswer.Given, [], [], Noon.AddDays(-30), null, null);

    private static readonly IReadOnlyList<ConsentFact>[] Consents =
    [
        [], [], [Agreement], [Agreement with { Answer = ConsentAnswer.Refused }], [Agreement with { WithdrawnAt = Noon.AddDays(-1) }],
        [Agreement with { Agencies = [AgencyKind.Health] }], [Agreement with { Scope = [PartName.Medical] }], [Agreement with { AgreementTo = AgreementTo.Service }],
        [Agreement, Agreement with { AgreementTo = AgreementTo.Service, Answer = ConsentAnswer.Refused }], [Agreement with { Competence = Competence.NotAssessed }],
    ];

    private static readonly Gen<MessageFacts> Messages =
        from type in Gen.Elements("concern.raised", "concern.raised", "concern.corrected", "child.movedArea")
        from kind in Gen.Elements(Enum.GetValues<AgencyKind>())
        from level in Gen.Elements<int?>(null, 0, 1, 2, 3, 4, 5)
        from danger in Gen.Elements(false, false, false, true)
        from allegation in Gen.Elements(false, false, false, true)
        from handling in Gen.Elements<HandlingCode?>(null, null, HandlingCode.P, HandlingCode.C)
        from categories in Gen.Elements<string[]>([], ["NEG"], ["SAB"])
        from factors in Gen.Elements<string[]>([], ["3B"], ["19C"])
        from restricted in Gen.Elements(false, true)
        from move in Gen.Elements(Enum.GetValues<MoveType>())
        from telling in Gen.Elements<PartName[]>([], [PartName.Incident], [PartName.Identity])
        select new MessageFacts(
            type, kind, type == "child.movedArea" ? null : level, danger, allegation, handling, handling is HandlingCode.C, ["la/E06000063#conference-chair"],
            categories, factors, restricted, false, type == "child.movedArea" ? move : null, Enum.GetValues<PartName>(), restricted ? telling : []);

    public static readonly Gen<SharingFacts> All =
        from message in Messages
        from role in Gen.Elements<string>([.. Roles.All])
        from kind in Gen.Elements(Enum.GetValues<AgencyKind>())
        from relationship in Gen.Elements(Enum.GetValues<Relationship>())
        from grants in Gen.Elements<string[]>([], ["see-address"])
        from consents in Gen.Elements(Consents)
        select new SharingFacts(message, new("la/E06000063", kind, role, grants, relationship), consents, Noon);

    public static SharingFacts WithLevel(this SharingFacts facts, int level) => facts with { Message = facts.Message with { LevelOfNeed = level } };

    public static SharingFacts WithRole(this SharingFacts facts, string role) => facts with { Recipient = facts.Recipient with { Role = role } };

    public static SharingFacts WithAgreement(this SharingFacts facts, AgreementTo to, params PartName[] scope) =>
        facts with { Consents = [.. facts.Consents, Agreement with { AgreementTo = to, Scope = scope, ValidFrom = facts.At }] };

    public static bool Goes(SharingFacts facts, PartName? part)
    {
        var decision = Policy.Decide(facts);
        return decision.MayKnow && (part is not { } one || decision.Released.Contains(one));
    }
}
