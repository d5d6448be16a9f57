using InfoShare.Contracts.Codes;

namespace InfoShare.Directory;

/// <summary>A post has a role that exists and fits its organisation, hours that can be read, and grants that exist.</summary>
internal static class RoleCheck
{
    public static void Run(WrittenDirectory directory)
    {
        var kinds = directory.Organisations.ToLookup(o => o.Entry.Id, o => o.Entry.Kind);
        foreach (var (post, fields) in directory.Posts)
        {
            if (post.Role.Length > 0)
                Role(post.Role, kinds[post.Organisation].FirstOrDefault(), fields);
            if (post.Hours.Length > 0 && !Hours.TryParse(post.Hours, out _))
                fields.Refuse("hours", "must be always, or days and times such as mon-fri 08:30-17:00; sat 09:00-12:00");
            for (var i = 0; i < post.Grants.Count; i++)
                if (post.Grants[i].Length > 0 && !Grants.All.Contains(post.Grants[i]))
                    fields.Refuse("grants", i, $"there is no such grant; there is {string.Join(", ", Grants.All)}");
        }
    }

    private static void Role(string role, AgencyKind kind, Fields fields)
    {
        if (RoleKinds.Of(role) is not { Count: > 0 } fitting)
            fields.Refuse("role", $"there is no such role; there are {string.Join(", ", Roles.All)}");
        else if (kind != default && !fitting.Contains(kind))
            fields.Refuse("role", $"this role belongs at an organisation of the kind {string.Join(" or ", fitting.Select(OrganisationSource.KindWord))}");
    }
}
