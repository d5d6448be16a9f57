using InfoShare.Vault;

namespace InfoShare.Storage.Approvals;

/// <summary>Something that one person asks for and another must approve before it is done.</summary>
public sealed record ApprovalRow
{
    public required string ApprovalId { get; init; }

    /// <summary>What is to be done: a code such as <c>retry</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>To what: as whatever does it reads it. Ids and codes only.</summary>
    public required string Subject { get; init; }

    /// <summary>By the tokens of their names.</summary>
    public required string AskedBy { get; init; }

    /// <summary>The token of the reason in the asker's words, which are sealed.</summary>
    public required string Why { get; init; }

    public long AskedAt { get; init; }

    /// <summary>Who asks must ask again then.</summary>
    public long Until { get; init; }

    public string? DecidedBy { get; init; }
    public long? DecidedAt { get; init; }

    /// <summary>approved, refused or withdrawn; null: open.</summary>
    public string? Outcome { get; init; }
}

/// <summary>Reads and writes what waits for a second person.</summary>
public static class ApprovalTable
{
    /// <summary>Asks; what was asked before under the same id stays as it is.</summary>
    public static void Add(this WriteScope scope, ApprovalRow approval) => scope.Execute("""
        insert into approval (approval_id, kind, subject, asked_by, why, asked_at, until) values (@ApprovalId, @Kind, @Subject, @AskedBy, @Why, @AskedAt, @Until)
        on conflict (approval_id) do nothing
        """, approval);

    public static ApprovalRow? FindApproval(this ReadScope scope, string id) =>
        scope.First<ApprovalRow>("select * from approval where approval_id = @id", new { id });

    /// <summary>What waits, the oldest first.</summary>
    public static IReadOnlyList<ApprovalRow> OpenApprovals(this ReadScope scope, long now) =>
        scope.Query<ApprovalRow>("select * from approval where outcome is null and until > @now order by asked_at, approval_id", new { now });

    /// <summary>What was decided, or was not in time; the latest first.</summary>
    public static IReadOnlyList<ApprovalRow> PastApprovals(this ReadScope scope, long now, int most) =>
        scope.Query<ApprovalRow>($"select * from approval where outcome is not null or until <= @now order by asked_at desc, approval_id limit {most}", new { now });

    /// <summary>Whether somebody made an account for another, or gave it a password since, and so may have it.</summary>
    public static bool GaveAccount(this ReadScope scope, string by, string account) => scope.First<long>(
        "select count(*) from audit where about = @account and kind in ('account-made', 'account-reset') and detail like @by", new { account, by = $"%by:{by}" }) > 0;

    /// <summary>Those of a kind, the latest first.</summary>
    public static IReadOnlyList<ApprovalRow> LatestApprovals(this ReadScope scope, string kind, int most) =>
        scope.Query<ApprovalRow>($"select * from approval where kind = @kind order by asked_at desc, approval_id limit {most}", new { kind });

    public static void Decide(this WriteScope scope, ApprovalRow approval) => scope.Execute(
        "update approval set decided_by = @DecidedBy, decided_at = @DecidedAt, outcome = @Outcome where approval_id = @ApprovalId", approval);
}
