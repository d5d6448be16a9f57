namespace InfoShare.Adapters.Tables;

/// <summary>One row of a table.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Place">Where it is, for summaries and problems: <c>line 7</c>.</param>
/// <param name="Cells">Its cells, trimmed; none where there is a problem.</param>
/// <param name="Problem">Why its cells cannot be trusted to stand in their columns; null when they can.</param>
public readonly record struct TableRow(long Line, string Place, IReadOnlyList<string> Cells, string? Problem = null)
{
    /// <summary>A cell; null when it is empty or not there.</summary>
    public string? this[int place] => place < Cells.Count && Cells[place] is { Length: > 0 } text ? text : null;

    /// <summary>What stands in several places; empty cells are left out.</summary>
    public IEnumerable<string> In(IEnumerable<int> places)
    {
        foreach (var place in places)
        {
            if (this[place] is { } text)
                yield return text;
        }
    }
}
