using InfoShare.Contracts.Codes;
using InfoShare.Policy;

namespace InfoShare.Routing.Recipients;

/// <summary>
/// Which roles of an area are asked about for which message: those that the policy would let know of it, if everybody agreed to
/// sharing. So a rule that names another role reaches it, and a want of agreement is seen and told.
/// </summary>
internal static class CandidateRoles
{
    /// <summary>Found by the child's own school, practice and team, or in place of others, and not by the area.</summary>
    private static readonly string[] OfTheirOwn =
        [Roles.DesignatedSafeguardingLead, Roles.GpSafeguardingLead, Roles.AllocatedTeam, Roles.DesignatedOfficer, Roles.NamedOfficer];

    private static readonly string[] Nurses = [Roles.NamedMidwife, Roles.HealthVisitor, Roles.SchoolNurse];

    public static IReadOnlyList<string> For(MessageFacts message, int? ageYears, SharingPolicy policy)
    {
        var nurse = NurseFor(message, ageYears);
        return [.. Roles.All.Except(OfTheirOwn)
            .Where(role => role == nurse || !Nurses.Contains(role))
            .Where(role => policy.CouldKnow(new(message, Somewhere(role, Relationship.Area), [], DateTimeOffset.MinValue)))];
    }

    /// <summary>A post of that role, wherever it is.</summary>
    public static RecipientFacts Somewhere(string role, Relationship relationship) => new("", AgencyKind.SocialCare, role, [], relationship);

    /// <summary>Midwife before birth, health visitor until five, school nurse from then on; of unknown age: school nurse.</summary>
    private static string NurseFor(MessageFacts message, int? ageYears) =>
        message.Unborn ? Roles.NamedMidwife : ageYears is < 5 ? Roles.HealthVisitor : Roles.SchoolNurse;
}
