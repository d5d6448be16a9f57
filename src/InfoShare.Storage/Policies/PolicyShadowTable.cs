using InfoShare.Vault;

namespace InfoShare.Storage.Policies;

/// <summary>A candidate that decides beside the set in force and changes nothing, while it is open.</summary>
public sealed record PolicyShadowRow
{
    public required string ShadowId { get; init; }

    /// <summary>Of the candidate.</summary>
    public required string Version { get; init; }

    public required string Name { get; init; }

    /// <summary>By the token of their name.</summary>
    public required string StartedBy { get; init; }

    public long StartedAt { get; init; }

    /// <summary>The number of the last decision that was looked at.</summary>
    public long LastDecision { get; init; }

    /// <summary>How many were decided by the candidate as well.</summary>
    public long Decided { get; init; }

    /// <summary>How many of them would have come out otherwise.</summary>
    public long Different { get; init; }

    /// <summary>How many could not be decided: their facts are erased, or cannot be read by this release.</summary>
    public long NotDecided { get; init; }

    public string? EndedBy { get; init; }
    public long? EndedAt { get; init; }
}

/// <summary>What would have been otherwise for one role.</summary>
public sealed record ShadowDifferenceRow
{
    public required string ShadowId { get; init; }
    public required string Role { get; init; }

    /// <summary>The number of the part; 0: whether they know of it at all.</summary>
    public long Part { get; init; }

    /// <summary>The number of the kind of change.</summary>
    public long Change { get; init; }

    public long Decisions { get; init; }

    /// <summary>A few deliveries by their ids, with commas between them.</summary>
    public required string Examples { get; init; }
}

/// <summary>Keeps what a candidate would have decided, as counts and a few ids.</summary>
public static class PolicyShadowTable
{
    /// <summary>The one that is open; null: none is. There is one at the most.</summary>
    public static PolicyShadowRow? OpenShadow(this ReadScope scope) =>
        scope.First<PolicyShadowRow>("select * from policy_shadow where ended_at is null order by started_at limit 1");

    public static PolicyShadowRow? FindShadow(this ReadScope scope, string id) =>
        scope.First<PolicyShadowRow>("select * from policy_shadow where shadow_id = @id", new { id });

    /// <summary>The latest first.</summary>
    public static IReadOnlyList<PolicyShadowRow> Shadows(this ReadScope scope, int most) =>
        scope.Query<PolicyShadowRow>($"select * from policy_shadow order by started_at desc, shadow_id limit {most}");

    /// <summary>By role, part and change.</summary>
    public static IReadOnlyList<ShadowDifferenceRow> ShadowDifferences(this ReadScope scope, string id) =>
        scope.Query<ShadowDifferenceRow>("select * from policy_shadow_difference where shadow_id = @id order by role, part, change", new { id });

    public static void Add(this WriteScope scope, PolicyShadowRow shadow) => scope.Execute("""
        insert into policy_shadow (shadow_id, version, name, started_by, started_at, last_decision, decided, different, not_decided)
        values (@ShadowId, @Version, @Name, @StartedBy, @StartedAt, @LastDecision, @Decided, @Different, @NotDecided)
        """, shadow);

    /// <summary>Goes on to a later decision, unless another process has, or it has ended.</summary>
    /// <returns>Whether it did.</returns>
    public static bool Advance(this WriteScope scope, PolicyShadowRow shadow, long from) => scope.Execute("""
        update policy_shadow set last_decision = @LastDecision, decided = @Decided, different = @Different, not_decided = @NotDecided
        where shadow_id = @ShadowId and last_decision = @from and ended_at is null
        """, new { shadow.LastDecision, shadow.Decided, shadow.Different, shadow.NotDecided, shadow.ShadowId, from }) > 0;

    public static void Save(this WriteScope scope, ShadowDifferenceRow difference) => scope.Execute("""
        insert into policy_shadow_difference (shadow_id, role, part, change, decisions, examples) values (@ShadowId, @Role, @Part, @Change, @Decisions, @Examples)
        on conflict (shadow_id, role, part, change) do update set decisions = excluded.decisions, examples = excluded.examples
        """, difference);

    /// <summary>Ends it, if it has not ended.</summary>
    /// <returns>Whether it did.</returns>
    public static bool EndShadow(this WriteScope scope, string id, string by, long at) =>
        scope.Execute("update policy_shadow set ended_by = @by, ended_at = @at where shadow_id = @id and ended_at is null", new { id, by, at }) > 0;
}
