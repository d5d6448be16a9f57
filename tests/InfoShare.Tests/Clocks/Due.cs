using System.Globalization;
using InfoShare.Clocks;
using InfoShare.Directory;

namespace InfoShare.Tests.Clocks;

/// <summary>Asks for deadlines as text: times as people in England write them.</summary>
internal static class Due
{
    /// <summary>The sample's school, whose day starts at 08:00.</summary>
    public static SchoolCalendar Fell { get; } = DirectoryFile.Read(SampleDirectory.Yaml).Directory!.SchoolCalendarOf("urn/999998")!;

    public static NamedClock Clock(string name) => NamedClocks.Named(name) ?? throw new ArgumentOutOfRangeException(nameof(name), name, "is no clock");

    public static DateTimeOffset At(string text) => London.At(DateTime.Parse(text, CultureInfo.InvariantCulture))!.Value;

    public static Deadline Of(string clock, string from, params IReadOnlyList<Pause> pauses) => Of(Clock(clock), At(from), pauses);

    public static Deadline Of(NamedClock clock, DateTimeOffset from, params IReadOnlyList<Pause> pauses) =>
        ClockRun.Of(clock, from, new(BankHolidays.England, Fell), pauses);

    /// <summary>With its offset, as ISO 8601 writes it.</summary>
    public static string TextOf(Deadline deadline) => $"{((Deadline.Due)deadline).At:yyyy-MM-dd'T'HH:mm:sszzz}";

    /// <summary>A clock for what no named one shows.</summary>
    public static NamedClock Invented(int amount, ClockUnit unit, Counting counting = Counting.After) =>
        new("invented", new(amount, unit), counting, "something happens", ClockAuthority.Local, "invented");
}
