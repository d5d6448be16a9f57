using System.Text;
using InfoShare.Vault;

namespace InfoShare.Storage.Emergency;

/// <summary>Reads and writes emergency access.</summary>
public static class EmergencyTable
{
    private const string Select = "select e.*, case when e.incarnation = (select incarnation from database_meta) then 1 else 0 end as of_this_store from emergency e";

    /// <summary>Notes what was asked for, in this incarnation of the store.</summary>
    /// <param name="text">Why. Sealed.</param>
    public static void Insert(this WriteScope scope, EmergencyRow emergency, string text)
    {
        var atRest = scope.Seal(Encoding.UTF8.GetBytes(text));
        scope.Execute("""
            insert into emergency (grant_id, incarnation, child_token, organisation, role, delivery_id, reason, asked_by, asked_at, stands_until, review_by, key_id, body)
            select @GrantId, incarnation, @ChildToken, @Organisation, @Role, @DeliveryId, @Reason, @AskedBy, @AskedAt, @StandsUntil, @ReviewBy, @KeyId, @Body
            from database_meta
            """, emergency with { KeyId = atRest.KeyId, Body = atRest.Bytes });
    }

    public static EmergencyRow? FindEmergency(this ReadScope scope, string grantId) =>
        scope.First<EmergencyRow>($"{Select} where grant_id = @grantId", new { grantId });

    /// <summary>What may stand for some children; the policy asks what does.</summary>
    public static Asked<EmergencyRow> EmergenciesOf(this ReadScope scope, string[] childTokens) =>
        scope.Ask<EmergencyRow>($"{Select} where child_token in @childTokens and ended_at is null", new { childTokens });

    /// <summary>All, oldest first.</summary>
    public static IReadOnlyList<EmergencyRow> AllEmergencies(this ReadScope scope) => scope.Query<EmergencyRow>($"{Select} order by asked_at, grant_id");

    /// <summary>Those that nobody has reviewed, the oldest first, then the others, the latest first.</summary>
    public static IReadOnlyList<EmergencyRow> EmergenciesByReview(this ReadScope scope, int most) => scope.Query<EmergencyRow>($"""
        {Select} order by case when reviewed_at is null then 0 else 1 end, case when reviewed_at is null then asked_at else -asked_at end, grant_id limit @most
        """, new { most });

    /// <summary>Those that stand no longer, and of which that is not on record yet.</summary>
    public static IReadOnlyList<EmergencyRow> EmergenciesToEnd(this ReadScope scope, long now) => scope.Query<EmergencyRow>(
        $"{Select} where ended_at is null and (stands_until <= @now or incarnation <> (select incarnation from database_meta))", new { now });

    /// <summary>Those whose review is overdue, or has no time that anybody knows, and of which nobody was told.</summary>
    public static IReadOnlyList<EmergencyRow> OverdueReviews(this ReadScope scope, long now) => scope.Query<EmergencyRow>(
        $"{Select} where reviewed_at is null and overdue_told = 0 and (review_by is null or review_by <= @now)", new { now });

    public static void End(this WriteScope scope, string grantId, long endedAt, string? endedBy) => scope.Execute(
        "update emergency set ended_at = @endedAt, ended_by = @endedBy where grant_id = @grantId and ended_at is null", new { grantId, endedAt, endedBy });

    public static void Review(this WriteScope scope, string grantId, long reviewedAt, string reviewedBy, string outcome) => scope.Execute("""
        update emergency set reviewed_at = @reviewedAt, reviewed_by = @reviewedBy, outcome = @outcome where grant_id = @grantId and reviewed_at is null
        """, new { grantId, reviewedAt, reviewedBy, outcome });

    public static void MarkOverdueTold(this WriteScope scope, string grantId) =>
        scope.Execute("update emergency set overdue_told = 1 where grant_id = @grantId", new { grantId });

    /// <summary>Why it was asked for, in the asker's words; null once erased.</summary>
    public static string? TextOf(this ReadScope scope, EmergencyRow emergency) =>
        scope.Unseal(emergency.KeyId, emergency.Body) is { } text ? Encoding.UTF8.GetString(text) : null;

    /// <summary>Ended and reviewed ones older than the limit whose texts are still readable.</summary>
    public static IReadOnlyList<EmergencyRow> ErasableEmergencies(this ReadScope scope, long before, int most) => scope.Query<EmergencyRow>(
        $"{Select} where asked_at < @before and ended_at is not null and reviewed_at is not null and length(body) > 0 limit @most", new { before, most });

    /// <summary>Erases the text: its key is destroyed and the bytes go.</summary>
    public static void EraseText(this WriteScope scope, EmergencyRow emergency)
    {
        scope.Destroy(emergency.KeyId);
        scope.Execute("update emergency set body = @Nothing where grant_id = @GrantId", new { Nothing = Array.Empty<byte>(), emergency.GrantId });
    }
}
