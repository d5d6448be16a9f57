namespace InfoShare.Policy;

/// <summary>Emergency access (break-glass) of one recipient to what is told about one child.</summary>
/// <param name="Recipient"><c>organisation#role</c>, as <see cref="RecipientFacts.Name"/>.</param>
/// <param name="From">When it was asked for.</param>
/// <param name="Until">The first instant at which it no longer stands.</param>
/// <param name="EndedAt">When somebody stopped it before that.</param>
public sealed record EmergencyGrant(string Recipient, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset? EndedAt)
{
    /// <summary>Holds from its first instant until, and not including, its end.</summary>
    public bool StandsAt(DateTimeOffset at) => From <= at && at < Until && (EndedAt is not { } ended || at < ended);

    /// <summary>Until when emergency access of this recipient stands, of all that stand now; null: none does. <see cref="SharingFacts.EmergencyUntil"/>.</summary>
    public static DateTimeOffset? StandingUntil(IEnumerable<EmergencyGrant> grants, string recipient, DateTimeOffset at) =>
        grants.Where(grant => grant.Recipient == recipient && grant.StandsAt(at)).Max(grant => (DateTimeOffset?)grant.Until);
}
