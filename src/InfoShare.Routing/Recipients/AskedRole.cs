using InfoShare.Contracts.Codes;
using InfoShare.Policy;

namespace InfoShare.Routing.Recipients;

/// <summary>A role that might have been asked about a message, wherever its post would be.</summary>
public static class AskedRole
{
    /// <summary>As a recipient of the child's area; of whom nothing else is known.</summary>
    public static RecipientFacts Somewhere(string role) => CandidateRoles.Somewhere(role, role switch
    {
        Roles.DesignatedSafeguardingLead => Relationship.OwnSchool,
        Roles.GpSafeguardingLead => Relationship.OwnPractice,
        Roles.AllocatedTeam => Relationship.AllocatedTeam,
        Roles.DesignatedOfficer or Roles.NamedOfficer => Relationship.Named,
        _ => Relationship.Area,
    });
}
