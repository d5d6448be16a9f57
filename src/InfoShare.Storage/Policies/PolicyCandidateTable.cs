using InfoShare.Policy;
using InfoShare.Policy.Sets;
using InfoShare.Storage.Decisions;
using InfoShare.Vault;

namespace InfoShare.Storage.Policies;

/// <summary>A set that somebody works on: it decides nothing until two people bring it into force.</summary>
public sealed record PolicyCandidateRow
{
    /// <summary>The hash of its files.</summary>
    public required string Version { get; init; }

    public required string Name { get; init; }

    /// <summary>All that it says: <see cref="PolicyFile"/>s as JSON, in their order.</summary>
    public required string Files { get; init; }

    /// <summary>By the token of their name.</summary>
    public required string AddedBy { get; init; }

    public long AddedAt { get; init; }

    /// <summary>The set; null where its files are not those of its version, or this release cannot read them.</summary>
    public SharingPolicy? ToPolicy() => PolicySetRow.Read(Name, Version, Files);
}

/// <summary>Keeps candidates, so that what is tried, proposed and approved is the same text.</summary>
public static class PolicyCandidateTable
{
    /// <summary>What is kept already stays as it is.</summary>
    /// <returns>Whether it is new.</returns>
    public static bool KeepCandidate(this WriteScope scope, SharingPolicy policy, string by, long now)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return scope.Execute("""
            insert into policy_candidate (version, name, files, added_by, added_at) values (@Version, @Name, @Files, @AddedBy, @AddedAt)
            on conflict (version) do nothing
            """, new PolicyCandidateRow { Version = policy.Version, Name = policy.Name, Files = DecisionTable.Write(policy.Files), AddedBy = by, AddedAt = now }) > 0;
    }

    /// <summary>The latest first, without their files.</summary>
    public static IReadOnlyList<PolicyCandidateRow> ListCandidates(this ReadScope scope, int most) =>
        scope.Query<PolicyCandidateRow>($"select version, name, '' as files, added_by, added_at from policy_candidate order by added_at desc, version limit {most}");

    public static PolicyCandidateRow? FindCandidate(this ReadScope scope, string version) =>
        scope.First<PolicyCandidateRow>("select * from policy_candidate where version = @version", new { version });
}
