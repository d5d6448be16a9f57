using InfoShare.Console.Words;
using InfoShare.Contracts.Codes;
using InfoShare.Directory;
using InfoShare.Storage.Answers;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Inboxes;

namespace InfoShare.Console.Inboxes;

/// <summary>What is owed for a delivery.</summary>
public sealed record Owed(string What, DateTimeOffset By, bool Late);

/// <summary>A delivery in the list of a post's inbox.</summary>
/// <param name="From">The kind of agency, and nothing more precise.</param>
/// <param name="Owed">What is owed first; null: nothing is.</param>
public sealed record InboxItem(string DeliveryId, string What, string From, DateTimeOffset At, bool Urgent, bool Unread, bool Recalled, Owed? Owed);

/// <summary>Puts an inbox in order: what is owed by when it is due, then what nobody has read, then the rest, newest first. Pure.</summary>
public static class InboxReading
{
    public static IReadOnlyList<InboxItem> Of(IEnumerable<InboxRow> rows, IReadOnlyList<AnswerClockRow> owed, SharingDirectory directory, DateTimeOffset now)
    {
        var first = owed.GroupBy(clock => clock.DeliveryId).ToDictionary(clocks => clocks.Key, clocks => Of(clocks.MinBy(clock => clock.LateFrom)!, now));
        return [.. rows.DistinctBy(row => row.DeliveryId)
            .Select(row => Of(row, first.GetValueOrDefault(row.DeliveryId), directory.ParticipantNamed(row.Sender)?.Kind))
            .OrderBy(item => item.Owed is null ? 1 : 0).ThenBy(item => item.Owed?.By).ThenByDescending(item => item.Unread).ThenByDescending(item => item.At)];
    }

    public static Owed Of(AnswerClockRow clock, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(clock);
        // The first instant that is late, less one second, is the last in time.
        return new(TypeWords.OfOwed(clock.Owed), clock.LateFrom.At().AddSeconds(-1), clock.LateFrom.At() <= now);
    }

    private static InboxItem Of(InboxRow row, Owed? owed, AgencyKind? from)
    {
        var recalled = row.State == DeliveryStates.Recalled;
        return new(
            row.DeliveryId, recalled ? "Called back" : TypeWords.Of(row.MessageType, row.Kind), TypeWords.Of(from), row.DecidedAt.At(),
            row.Urgent == 1 && !recalled, row.ReadAt is null, recalled, recalled ? null : owed);
    }
}
