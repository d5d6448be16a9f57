using InfoShare.Storage;
using InfoShare.Storage.Emergency;
using InfoShare.Vault;

namespace InfoShare.Routing.Emergency;

/// <summary>Emergency access, who had it and who has looked at it since.</summary>
/// <param name="Recipient"><c>organisation#role</c>.</param>
/// <param name="Reason">A code of <see cref="Policy.EmergencyReasons"/>.</param>
/// <param name="State">standing, stopped or ended.</param>
/// <param name="Until">When it ends, or has ended.</param>
/// <param name="ReviewBy">Before this instant it must be reviewed; null: the calendar to tell it by is not known.</param>
/// <param name="Outcome">justified or not-justified; null: not reviewed.</param>
/// <param name="Text">Why, in the asker's words; null where it was not asked for, or was erased.</param>
public sealed record ListedEmergency(
    string Id, string Recipient, string DeliveryId, string Reason, string State, string AskedBy, DateTimeOffset AskedAt, DateTimeOffset Until, string? StoppedBy,
    DateTimeOffset? ReviewBy, bool Overdue, DateTimeOffset? ReviewedAt, string? ReviewedBy, string? Outcome, string? Text)
{
    /// <summary>A name that is not kept any more is shown as its token.</summary>
    public static ListedEmergency Of(ReadScope scope, EmergencyRow row, DateTimeOffset now, bool withText)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(row);
        return new(
            row.GrantId, row.Grant.Recipient, row.DeliveryId, row.Reason,
            row.Grant.StandsAt(now) ? "standing" : row.EndedBy is null ? "ended" : "stopped",
            NameOf(scope, row.AskedBy)!, Instants.FromMicroseconds(row.AskedAt), Instants.FromMicroseconds(row.EndedAt ?? row.StandsUntil), NameOf(scope, row.EndedBy),
            row.ReviewBy is { } by ? Instants.FromMicroseconds(by) : null, row.IsOverdueAt(now.ToMicroseconds()),
            row.ReviewedAt is { } at ? Instants.FromMicroseconds(at) : null, NameOf(scope, row.ReviewedBy), row.Outcome, withText ? scope.TextOf(row) : null);
    }

    private static string? NameOf(ReadScope scope, string? token) => token is null ? null : scope.NameOf(token) ?? token;
}
