using InfoShare.Contracts.Codes;

namespace InfoShare.Directory;

/// <summary>
/// The posts without which a concern could end nowhere: every area of an authority has its front door, designated officer and
/// named officer, and every force its named officer, on every day, and somebody stands in for each.
/// </summary>
internal static class MandatoryPostCheck
{
    private static readonly string[] AtAuthority = [Roles.FrontDoor, Roles.DesignatedOfficer, Roles.NamedOfficer];
    private static readonly string[] AtForce = [Roles.NamedOfficer];

    public static void Run(WrittenDirectory directory)
    {
        var posts = directory.Posts.ToLookup(p => p.Entry.Organisation, p => p.Entry);
        var teams = directory.Teams.ToLookup(t => t.Entry.Id, t => t.Entry);
        foreach (var (organisation, fields) in directory.Organisations)
            foreach (var role in Needed(organisation.Kind))
                Check(organisation, role, posts[organisation.Id].Where(p => p.Role == role).ToList(), teams, fields);

        var needed = directory.Organisations.GroupBy(o => o.Entry.Id).ToDictionary(g => g.Key, g => Needed(g.First().Entry.Kind));
        foreach (var (post, fields) in directory.Posts)
            if (needed.GetValueOrDefault(post.Organisation, []).Contains(post.Role) && post.Deputy is null && post.Fallback is null)
                fields.Refuse("deputy", "this post must have a deputy or a fallback: a concern must not wait for one person");
    }

    private static string[] Needed(AgencyKind kind) => kind switch
    {
        AgencyKind.SocialCare => AtAuthority,
        AgencyKind.Police => AtForce,
        _ => [],
    };

    private static void Check(Organisation organisation, string role, List<Post> posts, ILookup<string, Team> teams, Fields fields)
    {
        var areas = organisation.Areas.Index().Where(a => LocalAuthorities.Named(a.Item) is not null).DistinctBy(a => a.Item);
        foreach (var (i, area) in areas)
        {
            // A team that is not in the file is a problem of its own, not a second one here.
            var covering = posts.Where(p => p.Team is null || !teams.Contains(p.Team) || teams[p.Team].Any(t => t.Areas.Contains(area))).Select(p => p.Span());
            if (organisation.Span().FirstGap(covering) is { } day)
                fields.Refuse("areas", i, posts.Count == 0 ? $"this area has no post of the role {role}" : $"this area has no post of the role {role} {Day.Text(day)}");
        }
    }
}
