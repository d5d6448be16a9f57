using System.Text.RegularExpressions;

namespace InfoShare.Cli.Index;

/// <summary>Where a table says whom a record is really of, to judge by and never to link by.</summary>
/// <param name="Column">The column.</param>
/// <param name="Part">What of its text; null: all.</param>
public sealed record Truth(string Column, Regex? Part)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>Reads what <c>--truth-column</c> or <c>--truth-regex</c> says; both null: nothing was said.</summary>
    public static (Truth? Truth, string? Problem) Read(string? column, string? columnAndPattern)
    {
        if (column is not null && columnAndPattern is not null)
            return (null, "--truth-column and --truth-regex cannot both be said");
        if (columnAndPattern is null)
            return (column is null ? null : new(column, null), null);
        if (columnAndPattern.Split(':', 2) is not [{ Length: > 0 } named, { Length: > 0 } pattern])
            return (null, "--truth-regex must be COLUMN:REGEX");
        try
        {
            return (new(named, new(pattern, RegexOptions.CultureInvariant, Longest)), null);
        }
        catch (ArgumentException)
        {
            return (null, "--truth-regex holds no regular expression that can be understood");
        }
    }

    /// <summary>Whom a cell names: the first group of the expression, or all that it matches; empty: nobody.</summary>
    public string Of(string cell) => Part?.Match(cell) switch
    {
        null => cell,
        { Success: false } => "",
        { Groups.Count: > 1 } match => match.Groups[1].Value,
        var match => match.Value,
    };
}
