using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Education.Attendance;

/// <summary>Reads the counts of a row that sums up one pupil. Counts go before the percentage.</summary>
internal static class SummarySessions
{
    /// <summary>The file's percentage is rounded, and may be of another hour of the day.</summary>
    private const decimal Tolerance = 0.5m;

    /// <summary>The counts, or what stops the row.</summary>
    public static ReadResult<Sessions> Read(RowFields row)
    {
        var (possible, percent) = (row.Sessions(Column.Possible), row.Percent(Column.Percentage));
        var (authorised, unauthorised) = (row.Sessions(Column.Authorised), row.Sessions(Column.Unauthorised));
        var attended = row.Sessions(Column.Attended) ?? possible - authorised - unauthorised;
        if (attended > possible || attended < 0)
            return Bad(Column.Attended, "must not be more than the possible sessions, nor less than none");

        var counted = new Sessions(possible, attended, authorised, unauthorised, row.Sessions(Column.Late), GivenPercent: null);
        if (counted.Percent is { } exact)
        {
            if (percent is { } given && Math.Abs(given - exact) > Tolerance)
                row.Mark(Column.Percentage, "must agree with the counts, which were used");
            if (attended + authorised + unauthorised is { } all && all != possible)
                row.Mark(Column.Possible, "must be attended, authorised and unauthorised together");
            return ReadResult.Ok(counted);
        }

        if (possible is 0)
            return ReadResult.Ok(counted);
        if (percent is null)
            return Bad(Column.Attended, "is required beside Possible, or Percentage alone");
        if (percent is > 0 and <= 1)
            return Bad(Column.Percentage, "must be a percentage from 0 to 100, not a fraction of 1");
        if (possible is null)
            row.Mark(Column.Possible, "is missing; whether there were enough sessions to judge was not checked");
        return ReadResult.Ok(counted with { GivenPercent = percent });
    }

    private static ReadResult<Sessions> Bad(Column column, string problem) => ReadResult.Bad<Sessions>(RowFields.Problem(column, problem));
}
