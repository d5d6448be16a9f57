using InfoShare.Storage;
using InfoShare.Storage.Children;
using InfoShare.Vault;

namespace InfoShare.Routing.Identity;

/// <summary>A question to identity reviewers, without anything that the records say.</summary>
/// <param name="Why">A code.</param>
/// <param name="Likelihood">0 to 1; null: the details were not compared.</param>
/// <param name="Sources">The organisations that keep the two records.</param>
public sealed record ListedReview(string Review, DateTimeOffset OpenedAt, string Why, double? Likelihood, IReadOnlyList<string> Sources)
{
    public static ListedReview Of(ReadScope scope, IdentityReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(row);
        return new(
            row.Review, Instants.FromMicroseconds(row.OpenedAt), row.Why, row.Likelihood / 1_000_000.0,
            [.. new[] { row.Record, row.Other }.Select(scope.FindRecord).OfType<RecordRow>().Select(record => record.Source)]);
    }
}
