using InfoShare.Contracts.Concerns;

namespace InfoShare.Adapters.Education.Attendance;

/// <summary>What a file says of one pupil's attendance.</summary>
/// <param name="Pupil">Whose it is.</param>
/// <param name="Sessions">The counts.</param>
/// <param name="Period">The days that they are of.</param>
/// <param name="EarlyHelp">What the school decided; null when the file does not say.</param>
/// <param name="Marks">What was dropped.</param>
internal sealed record PupilAttendance(Pupil Pupil, Sessions Sessions, Period Period, EarlyHelp? EarlyHelp, IReadOnlyList<Mark> Marks);
