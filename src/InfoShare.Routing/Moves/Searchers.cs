using InfoShare.Contracts.Codes;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Routing.Recipients;
using InfoShare.Storage.Moves;

namespace InfoShare.Routing.Moves;

/// <summary>Who looks for a child that is lost: the front door of the area it left, and who answers for safeguarding at the organisation that lost it. Pure.</summary>
internal static class Searchers
{
    private static readonly string[] Leads = [Roles.FrontDoor, Roles.DesignatedSafeguardingLead, Roles.GpSafeguardingLead];

    public static IEnumerable<Candidate> Of(IEnumerable<LostRow> lost, SharingDirectory directory, DateOnly day) =>
        from one in lost
        let door = one.FromArea is { } area ? directory.FrontDoorOf(area, day) : null
        from post in Leads.Select(role => directory.PostAt(one.Source, role, day)).Prepend(door).OfType<Post>()
        let candidate = Candidate.For(post, Relationship.SearchesForChild, directory, day)
        where candidate is not null
        select candidate;
}
