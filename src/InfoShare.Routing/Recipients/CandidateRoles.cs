using InfoShare.Contracts.Codes;
using InfoShare.Policy;

namespace InfoShare.Routing.Recipients;

/// <summary>Which roles of an area are asked about for which message. Only who to ask: the policy decides who receives. Source: docs/policy-guide.md.</summary>
internal static class CandidateRoles
{
    public static IReadOnlyList<string> For(MessageFacts message, int? ageYears)
    {
        if (message.IsMove)
            return [Roles.FrontDoor, NurseFor(message, ageYears)];
        if (message.RiskOfSignificantHarm)
            return [.. Concern(message, ageYears), Roles.PoliceSafeguardingOfficer, Roles.NamedNurse, Roles.ConferenceChair, .. SexualAbuse(message)];
        if (message.LevelOfNeed is 3)
            return [.. Concern(message, ageYears), .. SexualAbuse(message)];
        return [Roles.EarlyHelpCoordinator, NurseFor(message, ageYears), .. SexualAbuse(message)];
    }

    private static IEnumerable<string> Concern(MessageFacts message, int? ageYears) => [Roles.FrontDoor, NurseFor(message, ageYears)];

    private static IEnumerable<string> SexualAbuse(MessageFacts message) =>
        message.SexualAbuse ? [Roles.FrontDoor, Roles.PoliceSafeguardingOfficer, Roles.NamedDoctor] : [];

    /// <summary>Midwife before birth, health visitor until five, school nurse from then on; of unknown age: school nurse.</summary>
    private static string NurseFor(MessageFacts message, int? ageYears) =>
        message.Unborn ? Roles.NamedMidwife : ageYears is < 5 ? Roles.HealthVisitor : Roles.SchoolNurse;
}
