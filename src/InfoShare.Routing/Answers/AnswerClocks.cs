using InfoShare.Clocks;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Directory;

namespace InfoShare.Routing.Answers;

/// <summary>An answer that is owed.</summary>
/// <param name="Clock">Its name.</param>
/// <param name="LateFrom">The first instant that is late.</param>
/// <param name="WarnAt">When the recipient is reminded.</param>
internal sealed record OwedAnswer(string Clock, AnswerOwed Owed, DateTimeOffset LateFrom, DateTimeOffset WarnAt);

/// <summary>
/// Which answers a recipient of a concern owes, and by when. A front door owes a decision within one working day (Working Together
/// 2023); whoever gets it owes an acknowledgement where the sender has asked for an answer by some time. Pure.
/// </summary>
internal static class AnswerClocks
{
    public const string RespondBy = "respond-by";
    public const string Decision = "referral-decision";

    /// <summary>A reminder comes so long before the end, or when half of the time is over, whichever is later.</summary>
    private static readonly TimeSpan WarnBefore = TimeSpan.FromHours(12);

    /// <param name="at">When the concern was received.</param>
    /// <param name="fault">Set to the clock's name where its calendar is not known: nothing is guessed.</param>
    public static IReadOnlyList<OwedAnswer> For(ConcernRaised concern, string organisation, string role, DateTimeOffset at, SharingDirectory directory, out string? fault)
    {
        List<OwedAnswer> owed = [];
        fault = null;
        if (role == Roles.FrontDoor)
        {
            if (ClockRun.Of(directory.ClockAt(organisation, NamedClocks.Named(Decision)!, London.DayOf(at)), at, ClockCalendars.England) is Deadline.Due due)
                owed.Add(Of(Decision, AnswerOwed.Decision, at, due.LateFrom));
            else
                fault = Decision;
        }

        if (concern.RespondBy is { } by && by > at)
            owed.Add(Of(RespondBy, AnswerOwed.Acknowledgement, at, by));
        return owed;
    }

    private static OwedAnswer Of(string clock, AnswerOwed owed, DateTimeOffset at, DateTimeOffset lateFrom)
    {
        var (half, before) = (at + (lateFrom - at) / 2, lateFrom - WarnBefore);
        return new(clock, owed, lateFrom, half > before ? half : before);
    }
}
