using InfoShare.Storage;
using InfoShare.Storage.Escalations;

namespace InfoShare.Routing.Escalations;

/// <summary>A challenge, and how far it has come.</summary>
/// <param name="By">The participant that challenges.</param>
/// <param name="Against"><c>organisation#role</c>.</param>
/// <param name="Stage">1 who decided, 2 the officer above, 3 the independent chair, 4 mediation.</param>
/// <param name="StageEnds">The first instant after the stage; null: none follows, or it cannot be said.</param>
/// <param name="Outcome">A code; null: it is not closed.</param>
public sealed record ListedEscalation(
    string Escalation, string By, string Against, string Delivery, bool UnsafeNow, int Stage, DateTimeOffset RaisedAt, DateTimeOffset? StageEnds, DateTimeOffset? AnsweredAt, DateTimeOffset? ClosedAt, string? Outcome)
{
    public static ListedEscalation Of(EscalationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(
            row.EscalationId, row.Sender, $"{row.Organisation}#{row.Role}", row.DeliveryId, row.UnsafeNow == 1, (int)row.Stage, Instants.FromMicroseconds(row.RaisedAt),
            At(row.StageEnds), At(row.AnsweredAt), At(row.ClosedAt), row.Outcome);
    }

    private static DateTimeOffset? At(long? microseconds) => microseconds is { } at ? Instants.FromMicroseconds(at) : null;
}
