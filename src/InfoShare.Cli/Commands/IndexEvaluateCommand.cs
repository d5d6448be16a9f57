using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare index evaluate</c> was asked.</summary>
/// <param name="TruthColumn">The column that says whom a record is of.</param>
/// <param name="TruthRegex">A column and an expression whose first group says it.</param>
public sealed record IndexEvaluateOptions(TablesAsked Tables, string? TruthColumn, string? TruthRegex);

/// <summary><c>infoshare index evaluate</c>: how well records would be linked.</summary>
public static class IndexEvaluateCommand
{
    public static Command Create(Func<IndexEvaluateOptions, CancellationToken, Task<int>> handler)
    {
        var tables = new IndexTablesOptions();
        var column = new Option<string?>("--truth-column") { HelpName = "COLUMN", Description = "The column that says whom a record is of; it is not linked by." };
        var regex = new Option<string?>("--truth-regex") { HelpName = "COLUMN:REGEX", Description = "Likewise, where the first group of the expression says it." };
        var evaluate = tables.AddTo(new Command("evaluate", "Link the records of one table, or of two, and say how well: what is linked, what somebody must look at, what is missed.") { column, regex });
        evaluate.SetAction((parsed, cancellationToken) => handler(new(tables.Of(parsed), parsed.GetValue(column), parsed.GetValue(regex)), cancellationToken));
        return evaluate;
    }
}
