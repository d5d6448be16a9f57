using InfoShare.Vault;

namespace InfoShare.Storage.Approvals;

/// <summary>What two people have agreed on and is done outside the records: at the broker, or to certificates.</summary>
public sealed record ApprovedWorkRow
{
    public required string ApprovalId { get; init; }

    /// <summary>What is to be done, as the approval has it. Ids and codes only.</summary>
    public required string Subject { get; init; }

    public long ApprovedAt { get; init; }

    /// <summary>How often it was begun.</summary>
    public long Tried { get; init; }

    /// <summary>Nobody else begins it before then.</summary>
    public long NotBefore { get; init; }

    /// <summary>Why it could not be done when it was tried last; holds no secret. Null: nothing stood in the way.</summary>
    public string? Problem { get; init; }

    public long? EndedAt { get; init; }

    /// <summary>done or not-done; null: it is still to be done.</summary>
    public string? Outcome { get; init; }
}

/// <summary>Reads and writes what is to be done once it was approved.</summary>
public static class ApprovedWorkTable
{
    /// <summary>What was done.</summary>
    public const string Done = "done";

    /// <summary>What was given up.</summary>
    public const string NotDone = "not-done";

    public static void Add(this WriteScope scope, ApprovedWorkRow work) => scope.Execute("""
        insert into approved_work (approval_id, subject, approved_at, tried, not_before) values (@ApprovalId, @Subject, @ApprovedAt, @Tried, @NotBefore)
        on conflict (approval_id) do nothing
        """, work);

    public static IReadOnlyList<ApprovedWorkRow> OpenWork(this ReadScope scope) =>
        scope.Query<ApprovedWorkRow>("select * from approved_work where outcome is null order by approved_at, approval_id");

    /// <summary>What was approved, the latest first.</summary>
    public static IReadOnlyList<ApprovedWorkRow> LatestWork(this ReadScope scope, int most) =>
        scope.Query<ApprovedWorkRow>($"select * from approved_work order by approved_at desc, approval_id limit {most}");

    /// <summary>What was approved before a moment and is still to be done, or was given up after another.</summary>
    public static IReadOnlyList<ApprovedWorkRow> WorkNotDone(this ReadScope scope, long approvedBefore, long givenUpAfter) => scope.Query<ApprovedWorkRow>("""
        select * from approved_work where (outcome is null and approved_at < @approvedBefore) or (outcome = 'not-done' and ended_at > @givenUpAfter)
        order by approved_at, approval_id
        """, new { approvedBefore, givenUpAfter });

    /// <summary>Takes it until a moment.</summary>
    /// <returns>False: somebody else has it, or it has ended.</returns>
    public static bool Begin(this WriteScope scope, string approvalId, long now, long until) => scope.Execute(
        "update approved_work set not_before = @until, tried = tried + 1 where approval_id = @approvalId and outcome is null and not_before <= @now", new { approvalId, now, until }) == 1;

    /// <summary>Not yet.</summary>
    public static void TryLater(this WriteScope scope, string approvalId, string problem, long notBefore) => scope.Execute(
        "update approved_work set problem = @problem, not_before = @notBefore where approval_id = @approvalId", new { approvalId, problem, notBefore });

    public static void End(this WriteScope scope, string approvalId, string outcome, string? problem, long now) => scope.Execute(
        "update approved_work set outcome = @outcome, problem = @problem, ended_at = @now where approval_id = @approvalId", new { approvalId, outcome, problem, now });
}
