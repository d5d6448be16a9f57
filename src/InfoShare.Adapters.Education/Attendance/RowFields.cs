using System.Globalization;
using InfoShare.Adapters.Education.Pupils;
using InfoShare.Adapters.Tables;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Education.Attendance;

/// <summary>The fields of one row. What cannot be used is dropped and marked, under our name of the column, not the file's.</summary>
internal sealed class RowFields(Header header, TableRow row)
{
    private const int LongestNumber = 20;

    private readonly List<Mark> marks = [];

    /// <summary>What was dropped.</summary>
    public IReadOnlyList<Mark> Marks => marks;

    /// <summary>The text of a column; null when there is none, or it is too long.</summary>
    public string? Text(Column column, int longest = 100) => header.Text(row, column) switch
    {
        { } text when text.Length > longest => Nothing<string>(column, $"must not be longer than {longest} characters"),
        var text => text,
    };

    /// <summary>A day; null when there is none, or none that exists.</summary>
    public DateOnly? Day(Column column) =>
        Text(column) is { } text ? WrittenDay.Read(text) ?? Nothing<DateOnly?>(column, WrittenDay.Form) : null;

    /// <summary>Sessions: a number from 0 on. Some systems write whole numbers with a decimal point.</summary>
    public decimal? Sessions(Column column) => Number(column, 100_000, "must be a number of sessions");

    /// <summary>A percentage, with or without its sign.</summary>
    public decimal? Percent(Column column) => Number(column, 100, "must be a percentage from 0 to 100");

    public void Mark(Column column, string problem) => marks.Add(new() { Field = $"{column}", Problem = problem });

    /// <summary>A problem of this row that stops it.</summary>
    public static FieldProblem Problem(Column column, string problem) => new($"{column}", problem);

    private decimal? Number(Column column, decimal most, string required)
    {
        if (Text(column, LongestNumber) is not { } text)
            return null;
        return decimal.TryParse(text.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : Nothing<decimal?>(column, required);
    }

    private T? Nothing<T>(Column column, string problem)
    {
        Mark(column, problem);
        return default;
    }
}
