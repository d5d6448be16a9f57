using InfoShare.Contracts.Codes;

namespace InfoShare.Directory;

/// <summary>The kinds of agency where each role is found.</summary>
internal static class RoleKinds
{
    private static readonly Dictionary<string, IReadOnlyList<AgencyKind>> Kinds = new()
    {
        [Roles.DesignatedSafeguardingLead] = [AgencyKind.Education],
        [Roles.SchoolNurse] = [AgencyKind.Health],
        [Roles.HealthVisitor] = [AgencyKind.Health],
        [Roles.NamedMidwife] = [AgencyKind.Health],
        [Roles.GpSafeguardingLead] = [AgencyKind.Health],
        [Roles.NamedNurse] = [AgencyKind.Health],
        [Roles.NamedDoctor] = [AgencyKind.Health],
        [Roles.PoliceSafeguardingOfficer] = [AgencyKind.Police],
        [Roles.FrontDoor] = [AgencyKind.SocialCare],
        [Roles.AllocatedTeam] = [AgencyKind.SocialCare],
        [Roles.EarlyHelpCoordinator] = [AgencyKind.SocialCare],
        [Roles.ConferenceChair] = [AgencyKind.SocialCare],
        [Roles.DesignatedOfficer] = [AgencyKind.SocialCare],
        [Roles.NamedOfficer] = [AgencyKind.SocialCare, AgencyKind.Police],
    };

    /// <summary>Empty for a role that does not exist.</summary>
    public static IReadOnlyList<AgencyKind> Of(string role) => Kinds.GetValueOrDefault(role, []);
}
