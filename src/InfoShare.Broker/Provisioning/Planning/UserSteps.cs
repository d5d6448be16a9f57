using InfoShare.Broker.Provisioning.Management;
using InfoShare.Broker.Topology;
using static InfoShare.Broker.Provisioning.Management.ManagementRequest;

namespace InfoShare.Broker.Provisioning.Planning;

/// <summary>Users. Only what they may do in our virtual host is ours, and those that can do nothing elsewhere.</summary>
internal static class UserSteps
{
    private const string Administrator = "administrator";

    public static IEnumerable<PlanStep> Remove(WantedTopology wanted, FoundTopology found)
    {
        var users = found.Users!;
        foreach (var grant in users.Grants.Where(g => g.VirtualHost == wanted.VirtualHost && wanted.Users.All(w => w.Name != g.Permissions.User)))
        {
            var name = grant.Permissions.User;
            var tags = users.Users.FirstOrDefault(u => u.Name == name)?.Tags ?? [];
            if (tags.Contains(Administrator))
                continue; // It could give itself every right back.
            yield return UserRules.IsOurs(name) && users.Grants.All(g => g.Permissions.User != name || g.VirtualHost == wanted.VirtualHost)
                ? new(StepKind.Remove, $"user {name}; its connections are closed", Delete(PathOf("users", name)))
                : new(StepKind.Remove, $"permissions of user {name} in virtual host {wanted.VirtualHost}", Delete(PathOf("permissions", wanted.VirtualHost, name)));
        }
    }

    public static IEnumerable<PlanStep> Make(WantedTopology wanted, FoundTopology found)
    {
        foreach (var user in wanted.Users)
        {
            var there = found.Users!.Users.FirstOrDefault(u => u.Name == user.Name);
            if (there is null)
                yield return new(StepKind.Make, $"user {user.Name}", [Put(user), Grant(wanted.VirtualHost, user.Permissions), .. Limits(user, null)]);
            else if (Changes(user, there, wanted, found) is { Count: > 0 } changes)
                yield return new(StepKind.Change, $"user {user.Name}: {string.Join(", ", changes.Select(c => c.What))}", [.. changes.SelectMany(c => c.Requests)]);
        }
    }

    public static ManagementRequest Grant(string host, UserPermissions permissions) => ManagementRequest.Put(PathOf("permissions", host, permissions.User), new()
    {
        ["configure"] = permissions.Configure,
        ["write"] = permissions.Write,
        ["read"] = permissions.Read,
    });

    private static List<(string What, IReadOnlyList<ManagementRequest> Requests)> Changes(BrokerUser user, FoundUser there, WantedTopology wanted, FoundTopology found)
    {
        List<(string, IReadOnlyList<ManagementRequest>)> changes = [];
        if (!there.Tags.SequenceEqual(user.Tags))
            changes.Add(("tags", [Put(user)]));
        if (!PasswordHash.Fits(user.Password, there.PasswordHash, there.Hashing))
            changes.Add(("password", [Put(user)]));
        if (!found.Users!.Grants.Contains(new(wanted.VirtualHost, user.Permissions)))
            changes.Add(("permissions", [Grant(wanted.VirtualHost, user.Permissions)]));
        if (Limits(user, there).ToList() is { Count: > 0 } limits)
            changes.Add(("limits", limits));
        return changes;
    }

    private static IEnumerable<ManagementRequest> Limits(BrokerUser user, FoundUser? there) => user.Limits
        .Where(l => there?.Limits.GetValueOrDefault(l.Key, -1) != l.Value)
        .Select(l => ManagementRequest.Put(PathOf("user-limits", user.Name, l.Key), new() { ["value"] = l.Value }));

    // An empty hash: no password can be right, and the certificate alone counts.
    private static ManagementRequest Put(BrokerUser user)
    {
        var path = PathOf("users", user.Name);
        var tags = string.Join(',', user.Tags);
        return user.Password is { } password
            ? ManagementRequest.Put(path, new() { ["password"] = password.Value, ["tags"] = tags })
            : ManagementRequest.Put(path, new() { ["password_hash"] = "", ["tags"] = tags });
    }
}
