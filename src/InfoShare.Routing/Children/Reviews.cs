using InfoShare.Storage;
using InfoShare.Storage.Children;

namespace InfoShare.Routing.Children;

/// <summary>What an identity reviewer is asked.</summary>
internal static class Reviews
{
    /// <summary>Whether two records are of one child: one question, whoever raises it.</summary>
    /// <param name="likelihood">By their details, 0 to 1; null: not compared.</param>
    public static IdentityReviewRow Question(RoutingContext routing, string record, string other, string why, double? likelihood = null)
    {
        string[] pair = [.. new[] { record, other }.Order(StringComparer.Ordinal)];
        return new()
        {
            Review = routing.Store.Ids.Of("identity-review", pair[0], pair[1]),
            Record = record,
            Other = other,
            Why = why,
            Likelihood = likelihood is { } known ? (long)(known * 1_000_000) : null,
            OpenedAt = routing.Now.ToMicroseconds(),
        };
    }
}
