using System.Globalization;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;
using InfoShare.Policy.Deciding;

namespace InfoShare.Policy.Explaining;

/// <summary>Changes of the facts, so that what is proposed can be tried. Null where a wish says too little to try it. Pure.</summary>
internal static class FactChanges
{
    public static SharingFacts Role(SharingFacts facts, string role) => facts with { Recipient = facts.Recipient with { Role = role } };

    public static SharingFacts Level(SharingFacts facts, string level) =>
        facts with { Message = facts.Message with { LevelOfNeed = int.Parse(level, CultureInfo.InvariantCulture) } };

    public static Func<SharingFacts, string, SharingFacts>? Statement(string path, bool wanted) => (path, wanted) switch
    {
        ("context.agreedToShare", true) => static (facts, _) => Agreed(facts, AgreementTo.Share, []),
        ("context.agreementNamesPart", true) => static (facts, _) => Agreed(facts, AgreementTo.Share, facts.Message.Parts),
        ("context.emergencyAccess", _) => (facts, _) => facts with { EmergencyUntil = wanted ? facts.At.AddHours(1) : null },
        ("message.immediateDanger", _) => (facts, _) => facts with { Message = facts.Message with { ImmediateDanger = wanted } },
        ("message.sexualAbuse", true) => static (facts, _) => facts with { Message = facts.Message with { Categories = [.. facts.Message.Categories, "SAB"] } },
        ("message.domesticAbuse", true) => static (facts, _) => facts with { Message = facts.Message with { Factors = [.. facts.Message.Factors, "3A"] } },
        ("message.detrimentRecorded", _) => (facts, _) => facts with { Message = facts.Message with { DetrimentRecorded = wanted } },
        ("message.unborn", _) => (facts, _) => facts with { Message = facts.Message with { Unborn = wanted } },
        _ => null,
    };

    public static Func<SharingFacts, string, SharingFacts>? Given(string path, bool wanted) => (path, wanted) switch
    {
        ("message.moveType", false) => static (facts, _) => facts with { Message = facts.Message with { MoveType = null } },
        _ => null,
    };

    public static Func<SharingFacts, string, SharingFacts>? Equal(string path, BinaryOperator comparison, CedarValue value, bool wanted)
    {
        if (comparison is not BinaryOperator.Equal || !wanted || value is not CedarString { Value: var text })
            return null;
        return path switch
        {
            "message.from" when Coded<AgencyKind>(text) is { } kind => (facts, _) => facts with { Message = facts.Message with { From = kind } },
            "message.moveType" when Coded<MoveType>(text) is { } move => (facts, _) => facts with { Message = facts.Message with { MoveType = move } },
            "recipient.relationship" when Coded<Relationship>(text) is { } relationship =>
                (facts, _) => facts with { Recipient = facts.Recipient with { Relationship = relationship } },
            _ => null,
        };
    }

    /// <summary>The last answer should be one of these, or none of them. That it should be given is all that anybody can be asked for.</summary>
    public static Func<SharingFacts, string, SharingFacts>? Answer(string path, IReadOnlyCollection<string> answers, bool wanted) => (path, answers.Contains(Codes.Of(ConsentAnswer.Given)) == wanted) switch
    {
        ("context.answerToSharing", true) => static (facts, _) => Agreed(facts, AgreementTo.Share, []),
        ("context.answerToService", true) => static (facts, _) => Agreed(facts, AgreementTo.Service, []),
        _ => null,
    };

    /// <summary>Agreed at that moment, so that it is the last answer.</summary>
    public static SharingFacts Agreed(SharingFacts facts, AgreementTo to, IReadOnlyList<PartName> scope) =>
        facts with { Consents = [.. facts.Consents, ConsentFact.ToAll with { AgreementTo = to, Scope = scope, ValidFrom = facts.At }] };

    private static T? Coded<T>(string text) where T : struct, Enum =>
        Enum.GetValues<T>().Where(code => Codes.Of(code) == text).Select(code => (T?)code).FirstOrDefault();
}
