using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Routing.Facts;

namespace InfoShare.Routing.Recipients;

/// <summary>Where a child is and who knows it: what candidates are found by.</summary>
/// <param name="Area">Authority where the child lives, or for a move has left; null when unknown.</param>
/// <param name="ReceivingArea">For a move: the new authority.</param>
/// <param name="AgeYears">Null when unknown.</param>
/// <param name="Asked">For a transfer: who is asked to take the child over; null when the directory has nobody.</param>
internal sealed record ChildPlace(string? Area, string? ReceivingArea, string? School, string? Practice, string? Team, int? AgeYears, Post? Asked = null);

/// <summary>Who is asked about: the child's own school, practice and team first, then the area's roles. Pure.</summary>
internal static class Candidates
{
    /// <summary>These go to whom they name, or to the core group, and to nobody for its area or its role.</summary>
    private static readonly string[] ByName = [MessageTypes.MeetingNotified.Name, MessageTypes.MeetingRecorded.Name, MessageTypes.InformationRequested.Name, MessageTypes.LegalOutcome.Name];

    /// <summary>Everyone to ask about, each once; not the organisation that speaks, unless it holds the officer who must be asked, or asks for a plan to be reviewed.</summary>
    /// <param name="source">The organisation that speaks, as <c>scheme/code</c>.</param>
    public static IReadOnlyList<Candidate> For(
        MessageFacts message, ChildPlace place, string sender, string source, SharingPolicy policy, SharingDirectory directory, DateOnly day)
    {
        List<(Post Post, Relationship Relationship)> posts = [];
        if (message.AllegationAgainstStaff)
            posts.AddRange(Officers(Roles.DesignatedOfficer, place, sender, directory, day));
        if (message.Handling is HandlingCode.C)
            posts.AddRange([.. NamedIn(message, directory, day), .. Officers(Roles.NamedOfficer, place, sender, directory, day)]);
        if (message.IsTransfer && place.Asked is { } asked)
            posts.Add((asked, Relationship.AskedToTakeOver));
        if (ByName.Contains(message.Type))
            posts.AddRange(NamedIn(message, directory, day));
        else if (posts.Count == 0 && !message.IsTransfer)
            posts.AddRange([.. Own(place, directory, day), .. InAreas(message, place, sender, policy, directory, day)]);

        return [.. posts
            .Where(p => p.Post.Organisation != source || p.Relationship is Relationship.Named || message.Type == MessageTypes.StopAndReviewRequested.Name)
            .Select(p => Candidate.For(p.Post, p.Relationship, directory, day))
            .OfType<Candidate>()
            .DistinctBy(c => c.Facts.Name)];
    }

    private static IEnumerable<(Post Post, Relationship Relationship)> Own(ChildPlace place, SharingDirectory directory, DateOnly day)
    {
        if (place.School is { } school && directory.PostAt($"urn/{school}", Roles.DesignatedSafeguardingLead, day) is { } lead)
            yield return (lead, Relationship.OwnSchool);
        if (place.Practice is { } practice && directory.PostAt($"ods/{practice}", Roles.GpSafeguardingLead, day) is { } gp)
            yield return (gp, Relationship.OwnPractice);
        if (place.Team is { } team && HolderOf(team, directory, day) is { } holder)
            yield return (holder, Relationship.AllocatedTeam);
    }

    private static Post? HolderOf(string team, SharingDirectory directory, DateOnly day) =>
        directory.TeamWith(team, day) is { } found
            ? directory.PostsAt(found.Organisation, day).FirstOrDefault(p => p.Team == team && p.Role == Roles.AllocatedTeam)
            : null;

    private static IEnumerable<(Post Post, Relationship Relationship)> InAreas(
        MessageFacts message, ChildPlace place, string sender, SharingPolicy policy, SharingDirectory directory, DateOnly day)
    {
        foreach (var role in CandidateRoles.For(message, place.AgeYears, policy))
        {
            foreach (var post in place.ReceivingArea is { } receiving ? PostsOf(role, receiving, directory, day) : [])
                yield return (post, Relationship.ReceivingArea);
            foreach (var post in place.Area is { } area ? PostsOf(role, area, directory, day) : [])
                yield return (post, Relationship.Area);
        }

        // Nobody serves the child's area, or it is unknown: the front door that the sender falls back on must not be spared.
        if (place.ReceivingArea is null && !HasFrontDoor(place.Area, directory, day) && directory.FrontDoorDefaultFor(sender, day) is { } fallback)
            yield return (fallback, Relationship.DefaultFrontDoor);
    }

    private static bool HasFrontDoor(string? area, SharingDirectory directory, DateOnly day) =>
        area is not null && directory.FrontDoorOf(area, day) is not null;

    /// <summary>A front door is the authority's one post; of other roles all that cover the area.</summary>
    private static IReadOnlyList<Post> PostsOf(string role, string area, SharingDirectory directory, DateOnly day) =>
        role == Roles.FrontDoor
            ? directory.FrontDoorOf(area, day) is { } door ? [door] : []
            : directory.PostsFor(role, area, day);

    private static IEnumerable<(Post Post, Relationship Relationship)> Officers(
        string role, ChildPlace place, string sender, SharingDirectory directory, DateOnly day)
    {
        var area = place.Area is { } known && directory.OfficerFor(role, known, day) is not null
            ? known
            : directory.FrontDoorDefaultFor(sender, day)?.Organisation.Split('/')[1];
        if (area is not null && directory.OfficerFor(role, area, day) is { } officer)
            yield return (officer, Relationship.Named);
    }

    private static IEnumerable<(Post Post, Relationship Relationship)> NamedIn(MessageFacts message, SharingDirectory directory, DateOnly day) =>
        message.NamedRecipients
            .Select(name => NamedPosts.Find(name, directory, day))
            .OfType<Post>()
            .Select(post => (post, Relationship.Named));
}
