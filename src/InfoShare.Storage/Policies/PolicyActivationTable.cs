using InfoShare.Policy;
using InfoShare.Policy.Sets;
using InfoShare.Vault;

namespace InfoShare.Storage.Policies;

/// <summary>A set that one person proposed and another approved: it decides from a time on.</summary>
public sealed record PolicyActivationRow
{
    /// <summary>The id of the approval.</summary>
    public required string ActivationId { get; init; }

    /// <summary>The hash of its files.</summary>
    public required string Version { get; init; }

    public required string Name { get; init; }

    /// <summary>All that it says: <see cref="PolicyFile"/>s as JSON, in their order.</summary>
    public required string Files { get; init; }

    /// <summary>The first instant at which it decides, in microseconds.</summary>
    public long InForceFrom { get; init; }

    /// <summary>By the tokens of their names.</summary>
    public required string AskedBy { get; init; }

    public required string ApprovedBy { get; init; }
    public long ApprovedAt { get; init; }

    /// <summary>The set; null where its files are not those of its version, or this release cannot read them.</summary>
    public SharingPolicy? ToPolicy() => PolicySetRow.Read(Name, Version, Files);
}

/// <summary>Keeps what two people have brought into force. Nothing is ever taken out: to go back is to bring the older one into force again.</summary>
public static class PolicyActivationTable
{
    public static void Add(this WriteScope scope, PolicyActivationRow activation) => scope.Execute("""
        insert into policy_activation (activation_id, version, name, files, in_force_from, asked_by, approved_by, approved_at)
        values (@ActivationId, @Version, @Name, @Files, @InForceFrom, @AskedBy, @ApprovedBy, @ApprovedAt)
        on conflict (activation_id) do nothing
        """, activation);

    /// <summary>In the order in which they come into force; at one instant, what was approved later comes later.</summary>
    public static IReadOnlyList<PolicyActivationRow> PolicyActivations(this ReadScope scope) =>
        scope.Query<PolicyActivationRow>("select * from policy_activation order by in_force_from, approved_at, activation_id");

    /// <summary>In the same order, without their files.</summary>
    public static IReadOnlyList<PolicyActivationRow> ListActivations(this ReadScope scope) => scope.Query<PolicyActivationRow>("""
        select activation_id, version, name, '' as files, in_force_from, asked_by, approved_by, approved_at from policy_activation
        order by in_force_from, approved_at, activation_id
        """);

    /// <summary>In the same order.</summary>
    public static IReadOnlyList<string> ActivationIds(this ReadScope scope) =>
        scope.Query<string>("select activation_id from policy_activation order by in_force_from, approved_at, activation_id");
}
