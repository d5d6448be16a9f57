using InfoShare.Broker.Provisioning;
using InfoShare.Broker.Topology;

namespace InfoShare.Broker.Preflight;

/// <summary>Users who may do more than they must. Only an administrator sees them; to another one nothing is said of users.</summary>
internal static class UserCheck
{
    private const string Administrator = "administrator";
    private const string Impersonator = "impersonator";

    public static IEnumerable<Reason> Reasons(WantedTopology wanted, FoundTopology found)
    {
        if (found.Users is not { } users)
            yield break;
        foreach (var grant in users.Grants.Where(g => g.VirtualHost == wanted.VirtualHost))
        {
            var name = grant.Permissions.User;
            var tags = users.Users.FirstOrDefault(u => u.Name == name)?.Tags ?? [];
            if (tags.Contains(Impersonator))
                yield return new("impersonator", $"user {name} has the tag {Impersonator}: it can send in the name of anybody");
            if (wanted.Users.FirstOrDefault(w => w.Name == name) is { } user)
                foreach (var reason in Faults(user, tags, grant.Permissions))
                    yield return reason;
            else if (!tags.Contains(Administrator))
                yield return new("foreign-user", $"user {name} has permissions in virtual host {wanted.VirtualHost} and should have none");
        }
    }

    private static IEnumerable<Reason> Faults(BrokerUser wanted, IReadOnlyList<string> tags, UserPermissions permissions)
    {
        foreach (var tag in tags.Except(wanted.Tags).Where(t => t != Impersonator))
            yield return new("foreign-tag", $"user {wanted.Name} has the tag {tag}, and with it the management interface");
        foreach (var (what, should, has) in Compare(wanted.Permissions, permissions).Where(c => c.Should != c.Has))
            yield return new("permissions", $"user {wanted.Name} may {what} {has}, and should {what} {(should == UserRules.Nothing ? "nothing" : should)}");
    }

    private static IEnumerable<(string What, string Should, string Has)> Compare(UserPermissions should, UserPermissions has) =>
    [
        ("configure", should.Configure, has.Configure),
        ("write", should.Write, has.Write),
        ("read", should.Read, has.Read),
    ];
}
