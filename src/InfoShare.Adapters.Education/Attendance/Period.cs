using InfoShare.Adapters.Education.Pupils;

namespace InfoShare.Adapters.Education.Attendance;

/// <summary>The days that the counts are of, both included; null where the file does not say.</summary>
internal sealed record Period(DateOnly? From, DateOnly? To)
{
    private const int FirstMonthOfYear = 8;

    public static Period Read(RowFields row, DateOnly asOf)
    {
        var (from, to) = (row.Day(Column.From), row.Day(Column.To));
        if (to > asOf)
        {
            row.Mark(Column.To, "must not be after the day on which the file is read");
            to = null;
        }

        return new(from, to);
    }

    /// <summary>The starting year of the school year, from 1 August; counts are of the year to date, so a later file of the same year corrects an earlier one.</summary>
    public int SchoolYear(DateOnly asOf) => (To ?? From ?? asOf) is var day && day.Month < FirstMonthOfYear ? day.Year - 1 : day.Year;

    /// <summary>As the end of "sessions …".</summary>
    public string Words() => (From, To) switch
    {
        ({ } from, { } to) => $" from {WrittenDay.Write(from)} to {WrittenDay.Write(to)}",
        ({ } from, null) => $" since {WrittenDay.Write(from)}",
        (null, { } to) => $" up to {WrittenDay.Write(to)}",
        _ => "",
    };
}
