using InfoShare.Vault;

namespace InfoShare.Storage.Children;

/// <summary>Two records that may be of one child: a person must say. Nothing waits for it.</summary>
public sealed record IdentityReviewRow
{
    public required string Review { get; init; }

    /// <summary>The record that raised the question.</summary>
    public required string Record { get; init; }

    public required string Other { get; init; }

    /// <summary>Why it is asked: a code such as <c>nhs-numbers-differ</c> or <c>details-alike</c>.</summary>
    public required string Why { get; init; }

    /// <summary>How likely it is by their details that they are of one child, in millionths; null: not compared.</summary>
    public long? Likelihood { get; init; }

    public long OpenedAt { get; init; }
    public long? DecidedAt { get; init; }

    /// <summary>The token of whoever decided.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>same or different; null: open.</summary>
    public string? Outcome { get; init; }
}

/// <summary>Reads and writes what identity reviewers are asked.</summary>
public static class IdentityReviewTable
{
    /// <summary>Asks; a question that was asked before stays as it is.</summary>
    public static void Open(this WriteScope scope, IdentityReviewRow review) => scope.Later("""
        insert into identity_review (review, record, other, why, likelihood, opened_at) values (@Review, @Record, @Other, @Why, @Likelihood, @OpenedAt)
        on conflict (review) do nothing
        """, review);

    public static IdentityReviewRow? FindReview(this ReadScope scope, string review) =>
        scope.First<IdentityReviewRow>("select * from identity_review where review = @review", new { review });

    /// <summary>Open questions, the oldest first.</summary>
    public static IReadOnlyList<IdentityReviewRow> OpenReviews(this ReadScope scope, int most) => scope.Query<IdentityReviewRow>(
        "select * from identity_review where outcome is null order by opened_at, review limit @most", new { most });

    /// <summary>Answered ones, the latest first.</summary>
    public static IReadOnlyList<IdentityReviewRow> DecidedReviews(this ReadScope scope, int most) => scope.Query<IdentityReviewRow>(
        "select * from identity_review where outcome is not null order by decided_at desc, review limit @most", new { most });

    public static long CountOpenReviews(this ReadScope scope) => scope.First<long>("select count(*) from identity_review where outcome is null");

    /// <summary>What was asked about some records.</summary>
    public static IReadOnlyList<IdentityReviewRow> ReviewsOf(this ReadScope scope, string[] records) => scope.Query<IdentityReviewRow>(
        "select * from identity_review where record in @records or other in @records", new { records });

    /// <summary>Notes the answer; it may be given again, and the last one holds.</summary>
    public static void Decide(this WriteScope scope, string review, string outcome, string by, long now) => scope.Execute(
        "update identity_review set outcome = @outcome, decided_by = @by, decided_at = @now where review = @review", new { review, outcome, by, now });
}
