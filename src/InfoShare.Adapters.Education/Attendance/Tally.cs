using InfoShare.Contracts.Concerns;

namespace InfoShare.Adapters.Education.Attendance;

/// <summary>One pupil's marks, counted as they come.</summary>
internal sealed class Tally(Pupil pupil, EarlyHelp? earlyHelp, IReadOnlyList<Mark> marks)
{
    private readonly Dictionary<RegisterClass, int> counts = [];
    private readonly Dictionary<int, ulong> sessions = [];
    private int late;
    private int unknown;
    private int twice;
    private DateOnly from = DateOnly.MaxValue;
    private DateOnly to = DateOnly.MinValue;

    /// <summary>What has been counted, of the days from the first with a mark to the last.</summary>
    public PupilAttendance Attendance => new(pupil, Sessions, new(from, to), earlyHelp, Marks);

    private Sessions Sessions
    {
        get
        {
            var (attended, authorised, unauthorised) = (Count(RegisterClass.Attended), Count(RegisterClass.Authorised), Count(RegisterClass.Unauthorised));
            return new(attended + authorised + unauthorised, attended, authorised, unauthorised, late, GivenPercent: null);
        }
    }

    /// <summary>What was dropped: of the pupil's first row, and marks that could not be counted.</summary>
    private IReadOnlyList<Mark> Marks =>
    [
        .. marks,
        .. unknown > 0 ? [new Mark { Field = $"{Column.Mark}", Problem = $"must be a register code; {unknown} marks were not counted" }] : Array.Empty<Mark>(),
        .. twice > 0 ? [new Mark { Field = $"{Column.Session}", Problem = $"must not have two marks; {twice} second ones were not counted" }] : Array.Empty<Mark>(),
    ];

    /// <summary>Counts one mark.</summary>
    /// <param name="day">The day.</param>
    /// <param name="afternoon">Which session; null where the file does not say.</param>
    /// <param name="code">The mark.</param>
    public void Add(DateOnly day, bool? afternoon, string code)
    {
        (from, to) = (day < from ? day : from, day > to ? day : to);
        if (afternoon is { } half && !IsFirst(day, half))
            twice++;
        else if (Register.ClassOf(code) is not { } found)
            unknown++;
        else
            Count(found, code);
    }

    /// <summary>A bit for each session, 32 days together: a year of marks must not cost more than the pupil.</summary>
    private bool IsFirst(DateOnly day, bool afternoon)
    {
        var (days, within) = Math.DivRem(day.DayNumber, 32);
        var session = 1UL << ((within * 2) + (afternoon ? 1 : 0));
        var before = sessions.GetValueOrDefault(days);
        sessions[days] = before | session;
        return (before & session) == 0;
    }

    private void Count(RegisterClass found, string code)
    {
        counts[found] = Count(found) + 1;
        late += string.Equals(code, Register.Late, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
    }

    private int Count(RegisterClass found) => counts.GetValueOrDefault(found);
}
