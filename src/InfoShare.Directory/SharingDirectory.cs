using InfoShare.Clocks;
using InfoShare.Contracts.Codes;

namespace InfoShare.Directory;

/// <summary>Who is who: participants, organisations, teams and posts with their dates, term dates and local clocks. Pure; every question about the present names its day.</summary>
public sealed record SharingDirectory
{
    private readonly ILookup<string, Participant> participants;
    private readonly ILookup<string, Organisation> organisations;
    private readonly ILookup<string, Team> teams;
    private readonly ILookup<string, Post> posts;
    private readonly ILookup<string, Participant> serving;
    private readonly ILookup<(string Role, string Area), Post> byRoleAndArea;
    private readonly ILookup<string, Post> byOrganisation;
    private readonly ILookup<string, SchoolYear> schoolCalendars;
    private readonly ILookup<(string Clock, string Area), LocalClock> localClocks;

    public SharingDirectory(
        IReadOnlyList<Participant> participants, IReadOnlyList<Organisation> organisations,
        IReadOnlyList<Team> teams, IReadOnlyList<Post> posts, IReadOnlyList<SchoolYearEntry> schoolYears, IReadOnlyList<LocalClock> localClocks)
    {
        (Participants, Organisations, Teams, Posts, SchoolYears, LocalClocks) = (participants, organisations, teams, posts, schoolYears, localClocks);
        Version = DirectoryVersion.Of(this);
        this.participants = participants.ToLookup(p => p.Id);
        this.organisations = organisations.ToLookup(o => o.Id);
        this.teams = teams.ToLookup(t => t.Id);
        this.posts = posts.ToLookup(p => p.Id);
        serving = participants.SelectMany(p => p.Organisations, (p, id) => (p, id)).ToLookup(x => x.id, x => x.p);
        byRoleAndArea = posts
            .SelectMany(p => this.organisations[p.Organisation].SelectMany(o => o.Areas).Distinct(), (post, area) => (post, area))
            .ToLookup(x => (x.post.Role, x.area), x => x.post);
        byOrganisation = posts.ToLookup(p => p.Organisation);
        schoolCalendars = schoolYears.ToLookup(y => y.School, y => y.Dates);
        this.localClocks = localClocks.ToLookup(c => (c.Clock, c.Area));
    }

    public IReadOnlyList<Participant> Participants { get; }

    public IReadOnlyList<Organisation> Organisations { get; }

    public IReadOnlyList<Team> Teams { get; }

    public IReadOnlyList<Post> Posts { get; }

    public IReadOnlyList<SchoolYearEntry> SchoolYears { get; }

    public IReadOnlyList<LocalClock> LocalClocks { get; }

    /// <summary>16 hex digits that change exactly when the content does: comments, spaces and quotes of the file have no part in them.</summary>
    public string Version { get; }

    /// <summary>The participant with this id, whether or not it is in effect: a participant that has left is still known.</summary>
    public Participant? ParticipantNamed(string id) => participants[id].FirstOrDefault();

    /// <summary>Those whose time is not over: they have, or will have, a connection.</summary>
    public IReadOnlyList<Participant> ParticipantsFrom(DateOnly day) => [.. Participants.Where(p => p.To is null || p.To >= day)];

    /// <summary>The way to reach an organisation on this day.</summary>
    public Participant? ParticipantServing(string organisation, DateOnly day) =>
        serving[organisation].FirstOrDefault(p => p.InEffect(day));

    /// <summary>Whether this participant speaks for this organisation on this day.</summary>
    public bool Serves(string participant, string organisation, DateOnly day) =>
        serving[organisation].Any(p => p.Id == participant && p.InEffect(day));

    public Organisation? OrganisationWith(string id, DateOnly day) => organisations[id].FirstOrDefault(o => o.InEffect(day));

    public Team? TeamWith(string id, DateOnly day) => teams[id].FirstOrDefault(t => t.InEffect(day));

    public Post? PostWith(string id, DateOnly day) => posts[id].FirstOrDefault(p => InEffect(p, day));

    /// <summary>The posts of a role whose organisation, and team where there is one, covers the area. A district counts as its authority.</summary>
    public IReadOnlyList<Post> PostsFor(string role, string area, DateOnly day)
    {
        var authority = LocalAuthorities.AuthorityFor(area, day) ?? area;
        return [.. byRoleAndArea[(role, authority)].Where(p => InEffect(p, day) && Covers(p, authority, day))];
    }

    /// <summary>Every post of an organisation.</summary>
    public IReadOnlyList<Post> PostsAt(string organisation, DateOnly day) =>
        [.. byOrganisation[organisation].Where(p => InEffect(p, day))];

    /// <summary>The post of a role at an organisation; where there are several, the first that is not one team's only.</summary>
    public Post? PostAt(string organisation, string role, DateOnly day) =>
        WidestFirst(PostsAt(organisation, day).Where(p => p.Role == role));

    /// <summary>The children's-services front door of an area.</summary>
    public Post? FrontDoorOf(string area, DateOnly day) => OfficerFor(Roles.FrontDoor, area, day);

    /// <summary>The front door for a participant's concerns about children whose area is unknown.</summary>
    public Post? FrontDoorDefaultFor(string participant, DateOnly day) =>
        ParticipantNamed(participant) is { } sender ? PostAt(sender.DefaultFrontDoor, Roles.FrontDoor, day) : null;

    /// <summary>The post of a role at the area's own authority: its designated officer, its named officer.</summary>
    public Post? OfficerFor(string role, string area, DateOnly day) =>
        WidestFirst(PostsFor(role, area, day).Where(p => OrganisationWith(p.Organisation, day)?.Kind == AgencyKind.SocialCare));

    /// <summary>Who stands in this post on this day: the post itself while it is in effect, else its deputy, else its fallback, up to five steps away.</summary>
    public Post? Standing(Post post, DateOnly day) => StandIn.For(post, id => posts[id], p => InEffect(p, day));

    /// <summary>Whether a post is staffed at a moment; one whose hours cannot be read counts as staffed.</summary>
    public static bool IsStaffed(Post post, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(post);
        return !Hours.TryParse(post.Hours, out var hours) || hours.Covers(at);
    }

    /// <summary>The post, or the nearest of its deputies and fallbacks, that is staffed at that moment; null where none is.</summary>
    public Post? OnDuty(Post post, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(post);
        var day = London.DayOf(at);
        return StandIn.For(post, id => posts[id], p => InEffect(p, day) && IsStaffed(p, at));
    }

    /// <summary>The term dates of a school; null where none are known.</summary>
    public SchoolCalendar? SchoolCalendarOf(string school) =>
        schoolCalendars[school].ToList() is { Count: > 0 } years ? new(school, years) : null;

    /// <summary>A clock that starts on this day, as the partnership of the area sets it, else as it is everywhere. A district counts as its authority.</summary>
    public NamedClock ClockIn(string? area, NamedClock clock, DateOnly day)
    {
        var authority = LocalAuthorities.AuthorityFor(area, day) ?? area ?? "";
        return localClocks[(clock.Name, authority)].FirstOrDefault(c => c.InEffect(day)) is { } local
            ? clock with { Length = local.Length, Source = local.Source }
            : clock;
    }

    /// <summary>As <see cref="ClockIn"/>, for the first area of an organisation.</summary>
    public NamedClock ClockAt(string organisation, NamedClock clock, DateOnly day) =>
        ClockIn(OrganisationWith(organisation, day)?.Areas[0], clock, day);

    private bool InEffect(Post post, DateOnly day) =>
        post.InEffect(day) && OrganisationWith(post.Organisation, day) is not null && (post.Team is null || TeamWith(post.Team, day) is not null);

    private bool Covers(Post post, string area, DateOnly day) =>
        OrganisationWith(post.Organisation, day)!.Areas.Contains(area) && (post.Team is null || TeamWith(post.Team, day)!.Areas.Contains(area));

    private static Post? WidestFirst(IEnumerable<Post> posts) => posts.OrderBy(p => p.Team is not null).FirstOrDefault();
}
