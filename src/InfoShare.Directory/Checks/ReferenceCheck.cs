namespace InfoShare.Directory;

/// <summary>Whatever an entry names is in the file.</summary>
internal static class ReferenceCheck
{
    public static void Run(WrittenDirectory directory)
    {
        var organisations = directory.Organisations.Select(o => o.Entry.Id).ToHashSet();
        var teams = directory.Teams.ToLookup(t => t.Entry.Id, t => t.Entry.Organisation);
        var posts = directory.Posts.Select(p => p.Entry.Id).ToHashSet();

        foreach (var (participant, fields) in directory.Participants)
        {
            for (var i = 0; i < participant.Organisations.Count; i++)
                if (Missing(participant.Organisations[i], organisations))
                    fields.Refuse("organisations", i, "there is no organisation with this id");
            One("defaultFrontDoor", participant.DefaultFrontDoor, organisations, "organisation", fields);
        }

        foreach (var (team, fields) in directory.Teams)
            One("organisation", team.Organisation, organisations, "organisation", fields);

        foreach (var (post, fields) in directory.Posts)
        {
            One("organisation", post.Organisation, organisations, "organisation", fields);
            StandIn("deputy", post.Deputy, post, posts, fields);
            StandIn("fallback", post.Fallback, post, posts, fields);
            if (post.Team is { Length: > 0 } team && !teams.Contains(team))
                fields.Refuse("team", "there is no team with this id");
            else if (post.Team is { Length: > 0 } other && post.Organisation.Length > 0 && !teams[other].Contains(post.Organisation))
                fields.Refuse("team", "this team belongs to another organisation");
        }
    }

    private static void StandIn(string name, string? id, Post post, HashSet<string> posts, Fields fields)
    {
        if (id is { Length: > 0 } && id == post.Id)
            fields.Refuse(name, "a post cannot stand in for itself");
        else
            One(name, id, posts, "post", fields);
    }

    private static void One(string name, string? id, HashSet<string> known, string what, Fields fields)
    {
        if (Missing(id, known))
            fields.Refuse(name, $"there is no {what} with this id");
    }

    private static bool Missing(string? id, HashSet<string> known) => id is { Length: > 0 } && !known.Contains(id);
}
