using System.Text.Json;
using InfoShare.Policy;
using InfoShare.Policy.Sets;
using InfoShare.Storage.Decisions;
using InfoShare.Vault;

namespace InfoShare.Storage.Policies;

/// <summary>A policy set that routing runs with, or once did.</summary>
public sealed record PolicySetRow
{
    /// <summary>The hash of its files.</summary>
    public required string Version { get; init; }

    /// <summary>The first instant at which it decides, in microseconds. The same set may come into force more than once.</summary>
    public long InForceFrom { get; init; }

    public required string Name { get; init; }

    /// <summary>All that it says: <see cref="PolicyFile"/>s as JSON, in their order.</summary>
    public required string Files { get; init; }

    public long FirstSeen { get; init; }
    public long LastSeen { get; init; }

    /// <summary>The set that it was; null where its files are not those of its version, or this release can no longer read them.</summary>
    public SharingPolicy? ToPolicy() => Read(Name, Version, Files);

    /// <summary>The set of this version; null where these files are not it, or this release cannot read them.</summary>
    internal static SharingPolicy? Read(string name, string version, string files)
    {
        try
        {
            return SharingPolicy.Again(name, DecisionTable.Read<PolicyFile[]>(files)) is { } policy && policy.Version == version ? policy : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Keeps every policy set that routing runs with, for ever: what has been decided by one can be decided again.</summary>
public static class PolicySetTable
{
    /// <summary>Keeps those that decide at some time, and notes that they were read now.</summary>
    public static void Keep(this WriteScope scope, SharingPolicies policies, DateTimeOffset at)
    {
        foreach (var (from, policy) in policies.InForce)
        {
            scope.Later("""
                insert into policy_set (version, in_force_from, name, files, first_seen, last_seen)
                values (@Version, @InForceFrom, @Name, @Files, @FirstSeen, @LastSeen)
                on conflict (version, in_force_from) do update set name = excluded.name, last_seen = excluded.last_seen
                """,
                new PolicySetRow
                {
                    Version = policy.Version,
                    InForceFrom = from.ToMicroseconds(),
                    Name = policy.Name,
                    Files = DecisionTable.Write(policy.Files),
                    FirstSeen = at.ToMicroseconds(),
                    LastSeen = at.ToMicroseconds(),
                });
        }
    }

    /// <summary>Every set there has been, the oldest first.</summary>
    public static IReadOnlyList<PolicySetRow> PolicySets(this ReadScope scope) =>
        scope.Query<PolicySetRow>("select * from policy_set order by first_seen, in_force_from, version");

    /// <summary>As <see cref="PolicySets"/>, without their files.</summary>
    public static IReadOnlyList<PolicySetRow> ListPolicySets(this ReadScope scope) =>
        scope.Query<PolicySetRow>("select version, in_force_from, name, '' as files, first_seen, last_seen from policy_set order by first_seen, in_force_from, version");

    /// <summary>The set with that version; null where it was never kept, or can no longer be read.</summary>
    public static SharingPolicy? PolicyWith(this ReadScope scope, string version) =>
        scope.First<PolicySetRow>("select * from policy_set where version = @version limit 1", new { version })?.ToPolicy();

    /// <summary>Those that a router ran with last; null where none ever did, or this release can no longer read one of them.</summary>
    public static SharingPolicies? LastPolicies(this ReadScope scope)
    {
        var kept = scope.Query<PolicySetRow>("select * from policy_set where last_seen = (select max(last_seen) from policy_set) order by in_force_from");
        var sets = kept.Select(row => (From: Instants.FromMicroseconds(row.InForceFrom), Policy: row.ToPolicy())).ToList();
        return sets.Count > 0 && sets.All(set => set.Policy is not null) ? SharingPolicies.Of([.. sets.Select(set => new DatedPolicy(set.From, set.Policy!))]) : null;
    }
}
