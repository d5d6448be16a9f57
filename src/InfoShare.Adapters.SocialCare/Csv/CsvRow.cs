namespace InfoShare.Adapters.SocialCare.Csv;

/// <summary>A row of a table.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Place">Where it is, for summaries and problems: <c>line 7</c>.</param>
/// <param name="Values">Trimmed values by column; what is empty is absent.</param>
/// <param name="Problem">Why its fields cannot be trusted to stand in their columns; null when they can.</param>
internal sealed record CsvRow(long Line, string Place, IReadOnlyDictionary<string, string> Values, string? Problem = null)
{
    /// <summary>A value; null when there is none.</summary>
    public string? this[string column] => Values.GetValueOrDefault(column);
}
