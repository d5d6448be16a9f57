using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Storage.Failures;

/// <summary>Reads the reviews that a person owes, and closes them.</summary>
public static class HeldTable
{
    public static long CountHeld(this ReadScope scope) => scope.First<long>("select count(*) from delivery where state = 'held' and kind = 'review'");

    /// <summary>The oldest first.</summary>
    public static IReadOnlyList<DeliveryRow> HeldReviews(this ReadScope scope, int most) =>
        scope.Query<DeliveryRow>($"select * from delivery where state = 'held' and kind = 'review' order by decided_at, delivery_id limit {most}");

    /// <summary>Somebody has looked.</summary>
    /// <param name="state">Into which the review goes.</param>
    public static void CloseReview(this WriteScope scope, string deliveryId, string state, string code, long now) => scope.Later(
        "update delivery set state = @state, code = @code, due_at = @now where delivery_id = @deliveryId and state = 'held' and kind = 'review'", new { deliveryId, state, code, now });
}
