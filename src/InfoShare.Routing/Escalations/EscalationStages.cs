using InfoShare.Clocks;
using InfoShare.Contracts.Codes;
using InfoShare.Directory;

namespace InfoShare.Routing.Escalations;

/// <summary>
/// Whom a challenge goes to in which stage, and until when: who decided, the officer above, the independent chair; then it needs
/// mediation. The lengths are ours (docs/clocks.md) until a partnership sets its own. Pure.
/// </summary>
internal static class EscalationStages
{
    public const int First = 1;
    public const int Last = 3;
    public const int Mediation = 4;

    private static readonly string[] Clocks = ["escalation-first-stage", "escalation-second-stage", "escalation-third-stage"];
    private static readonly string[] Leads =
        [Roles.FrontDoor, Roles.DesignatedSafeguardingLead, Roles.GpSafeguardingLead, Roles.PoliceSafeguardingOfficer, Roles.NamedNurse, Roles.HealthVisitor];

    private static readonly string[] Officers = [Roles.NamedOfficer, Roles.NamedNurse, Roles.NamedDoctor];

    /// <summary>Who answers for what an organisation sends, where no post has decided.</summary>
    public static string? LeadOf(string organisation, SharingDirectory directory, DateOnly day) =>
        Leads.FirstOrDefault(role => directory.PostAt(organisation, role, day) is not null);

    /// <summary>The post, or who stands in for it; null where the directory has none: then the next stage is asked.</summary>
    public static Post? PostFor(int stage, string organisation, string role, SharingDirectory directory, DateOnly day)
    {
        var areas = directory.OrganisationWith(organisation, day)?.Areas ?? [];
        var post = stage switch
        {
            First => directory.PostAt(organisation, role, day),
            2 => Officers.Where(officer => officer != role).Select(officer => directory.PostAt(organisation, officer, day)).FirstOrDefault(found => found is not null)
                ?? areas.Select(area => directory.OfficerFor(Roles.NamedOfficer, area, day)).FirstOrDefault(found => found is not null),
            _ => areas.SelectMany(area => directory.PostsFor(Roles.ConferenceChair, area, day)).FirstOrDefault(),
        };
        return post is null ? null : directory.Standing(post, day);
    }

    /// <summary>The first instant after a stage that begins now; null where its calendar is not known.</summary>
    public static DateTimeOffset? EndOf(int stage, string organisation, DateTimeOffset now, SharingDirectory directory) =>
        stage <= Last && ClockRun.Of(directory.ClockAt(organisation, NamedClocks.Named(Clocks[stage - 1])!, London.DayOf(now)), now, ClockCalendars.England) is Deadline.Due due
            ? due.LateFrom
            : null;
}
