using System.Text.RegularExpressions;
using InfoShare.Adapters.Tables;
using InfoShare.ChildIndex.Normalising;

namespace InfoShare.Cli.Index;

/// <summary>The people of a table in CSV.</summary>
/// <param name="People">In the order of the rows.</param>
/// <param name="Lines">Of each the line in the file, from 1.</param>
/// <param name="Truth">Of each whom it is really of; empty where that was not asked.</param>
/// <param name="Unusable">Rows that could not be read.</param>
public sealed record PersonTable(IReadOnlyList<Profile> People, IReadOnlyList<long> Lines, IReadOnlyList<string> Truth, int Unusable)
{
    private const long MostBytes = 2_000_000_000;

    /// <summary>Reads a file; null, with what is wrong, where it does not have the columns.</summary>
    public static async Task<(PersonTable? Table, string? Problem)> ReadAsync(string path, PersonColumns columns, Truth? truth, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(columns);
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes })
                return (null, $"{path}: is larger than 2 GB");
            return Read(path, await File.ReadAllBytesAsync(path, cancellationToken), columns, truth);
        }
        catch (RegexMatchTimeoutException)
        {
            return (null, "--truth-regex takes longer than a second for a cell");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, $"{path}: cannot be read");
        }
    }

    private static (PersonTable?, string?) Read(string path, byte[] content, PersonColumns columns, Truth? truth)
    {
        string[] asked = [.. columns.Columns.Values, .. truth is null ? (string[])[] : [truth.Column]];
        var table = new Table(content);
        if (table.Header(names => asked.All(column => names.Any(name => name.Trim() == column))) is not { } header)
            return (null, $"{path}: must have a header with the columns {string.Join(", ", asked.Distinct())}");

        var place = header.Names.Select((name, i) => (Name: name.Trim(), i)).DistinctBy(column => column.Name).ToDictionary(column => column.Name, column => column.i);
        List<Profile> people = [];
        List<long> lines = [];
        List<string> known = [];
        var unusable = 0;
        foreach (var row in table.Records(header))
        {
            if (row.Problem is not null)
            {
                unusable++;
                continue;
            }

            string Cell(string column) => place[column] < row.Cells.Count ? row.Cells[place[column]] : "";
            people.Add(Profile.Of(columns.PersonIn(Cell)));
            lines.Add(row.Line);
            if (truth is not null)
                known.Add(truth.Of(Cell(truth.Column)));
        }

        return (new(people, lines, known, unusable), null);
    }
}
