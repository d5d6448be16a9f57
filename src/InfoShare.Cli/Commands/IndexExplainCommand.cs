using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare index explain</c> was asked.</summary>
/// <param name="Line">A record of the first table, by its line in the file.</param>
/// <param name="With">A record of the last table, likewise; null: the likeliest.</param>
public sealed record IndexExplainOptions(TablesAsked Tables, int Line, int? With);

/// <summary><c>infoshare index explain</c>: why two records would, or would not, be linked.</summary>
public static class IndexExplainCommand
{
    public static Command Create(Func<IndexExplainOptions, CancellationToken, Task<int>> handler)
    {
        var tables = new IndexTablesOptions();
        var line = new Option<int>("--line") { HelpName = "N", Description = "The record: its line in the first file, from 1, the header's included.", Required = true };
        var with = new Option<int?>("--with") { HelpName = "N", Description = "The other record: its line in the last file; default: the likeliest ones." };
        var explain = tables.AddTo(new Command("explain", "Say field by field why a record would, or would not, be linked with another. What the records say is not shown.") { line, with });
        explain.SetAction((parsed, cancellationToken) => handler(new(tables.Of(parsed), parsed.GetValue(line), parsed.GetValue(with)), cancellationToken));
        return explain;
    }
}
