using InfoShare.Clocks;
using InfoShare.Contracts.Moves;
using InfoShare.Directory;

namespace InfoShare.Routing.Transfers;

/// <summary>Until when the receiving side must have held its conference. Source: docs/clocks.md, <c>transfer-in-conference</c>. Pure.</summary>
internal static class ConferenceDeadline
{
    private const string Clock = "transfer-in-conference";

    /// <summary>The last instant, as the partnership of the receiving area sets it; null where no conference is held, or the calendar of a year is not known.</summary>
    public static DateTimeOffset? Of(TransferKind kind, string? toArea, DateTimeOffset requestedAt, SharingDirectory directory) =>
        kind is TransferKind.Authority
        && ClockRun.Of(directory.ClockIn(toArea, NamedClocks.Named(Clock)!, London.DayOf(requestedAt)), requestedAt, ClockCalendars.England) is Deadline.Due due
            ? due.At
            : null;
}
