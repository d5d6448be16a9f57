using InfoShare.Storage;
using InfoShare.Storage.Answers;

namespace InfoShare.Routing.Answers;

/// <summary>A concern, whom it was shared with, and who has answered.</summary>
/// <param name="Concern">As routing names it.</param>
/// <param name="Outcome">What was decided about it last; null: nothing yet.</param>
public sealed record ListedResponses(string Concern, string Sender, string? Outcome, IReadOnlyList<ListedResponse> Recipients)
{
    /// <summary>In the order of the rows.</summary>
    public static IEnumerable<ListedResponses> Of(IEnumerable<ResponseRow> rows, DateTimeOffset now) =>
        from row in rows
        group row by (row.Sender, row.About) into concern
        select new ListedResponses(concern.Key.About, concern.Key.Sender, concern.First().Outcome, [
            .. from row in concern group row by (row.Organisation, row.Role) into one select ListedResponse.Of([.. one], now)]);
}

/// <summary>One recipient of it.</summary>
/// <param name="Recipient"><c>organisation#role</c>.</param>
/// <param name="State">Of its delivery.</param>
/// <param name="ToldAt">When its adapter had it; null: not yet, or never.</param>
/// <param name="AnsweredAt">When the post answered last; null: it has not.</param>
public sealed record ListedResponse(string Recipient, string State, DateTimeOffset? ToldAt, DateTimeOffset? AnsweredAt, IReadOnlyList<ListedOwed> Owed)
{
    internal static ListedResponse Of(IReadOnlyList<ResponseRow> rows, DateTimeOffset now) => new(
        $"{rows[0].Organisation}#{rows[0].Role}", rows[0].State, At(rows[0].ReceivedAt), At(rows[0].DeliveryAnsweredAt),
        [.. rows.Where(row => row.Clock is not null).Select(row => new ListedOwed(row.Owed!, row.Clock!, At(row.LateFrom)!.Value.AddSeconds(-1), ListedOwed.ProgressOf(row.ClockAnsweredAt, row.ClosedAt, row.LateFrom!.Value, now)))]);

    private static DateTimeOffset? At(long? microseconds) => microseconds is { } at ? Instants.FromMicroseconds(at) : null;
}

/// <summary>An answer that it owes, or did.</summary>
/// <param name="Owed"><c>acknowledgement</c>, <c>decision</c>, <c>information</c> or <c>view</c>.</param>
/// <param name="By">The last instant in time.</param>
/// <param name="Progress"><c>open</c>, <c>late</c>, <c>in-time</c>, <c>came-late</c> or <c>closed</c> (no longer owed).</param>
public sealed record ListedOwed(string Owed, string Clock, DateTimeOffset By, string Progress)
{
    /// <summary>How an answer stands; the times in microseconds.</summary>
    public static string ProgressOf(long? answeredAt, long? closedAt, long lateFrom, DateTimeOffset now) =>
        answeredAt is { } at ? at < lateFrom ? "in-time" : "came-late"
        : closedAt is not null ? "closed"
        : lateFrom <= now.ToMicroseconds() ? "late" : "open";
}
