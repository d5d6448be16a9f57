using InfoShare.Contracts.Concerns;

namespace InfoShare.Adapters.SocialCare.Csv;

/// <summary>The fields of a row. What cannot be used is dropped and marked; the row goes on without it.</summary>
internal sealed class CsvFields(CsvRow row)
{
    private readonly List<Mark> marks = [];

    /// <summary>What was dropped.</summary>
    public IReadOnlyList<Mark> Marks => marks;

    /// <summary>A text; null when there is none that can be used.</summary>
    public string? Text(string column, int longest = CsvLimits.Field) =>
        row[column] is not { } text || text.Length <= longest ? row[column] : Nothing<string>(column, $"must not be longer than {longest} characters");

    /// <summary>A code of a list, in capitals; null when there is none, or not of the list.</summary>
    public string? Code(string column, IReadOnlySet<string> list, string required) =>
        row[column]?.ToUpperInvariant() is not { } code ? null : list.Contains(code) ? code : Nothing<string>(column, required);

    /// <summary>A day; null when there is none that exists.</summary>
    public DateOnly? Day(string column)
    {
        if (row[column] is not { } text)
            return null;
        return CsvDay.Read(text) ?? Nothing<DateOnly?>(column, CsvDay.Form);
    }

    /// <summary>Says that a field could not be used.</summary>
    public void Mark(string column, string problem) => marks.Add(new Mark { Field = column, Problem = problem });

    private T? Nothing<T>(string column, string problem)
    {
        Mark(column, problem);
        return default;
    }
}
