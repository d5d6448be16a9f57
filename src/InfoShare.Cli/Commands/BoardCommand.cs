using System.CommandLine;
using InfoShare.Cli.Hosting;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare board figures</c> was asked.</summary>
/// <param name="From">The first day; null: three months before the end.</param>
/// <param name="Until">The last day; null: yesterday.</param>
/// <param name="Csv">As a table.</param>
/// <param name="Pdf">Where a PDF is written as well; null: none is.</param>
public sealed record BoardOptions(DateOnly? From, DateOnly? Until, bool Csv, RecordsPlace Place, string? Pdf = null);

/// <summary><c>infoshare board</c>: figures for a partnership's board.</summary>
public static class BoardCommand
{
    public static Command Create(Func<BoardOptions, CancellationToken, Task<int>> figures)
    {
        var from = StandardOptions.Day("--from", "The first day; default three months before the end.");
        var until = StandardOptions.Day("--until", "The last day; default yesterday.");
        var csv = new Option<bool>("--csv") { Description = "As a table with a header: series, of, what, count." };
        var pdf = new Option<string?>("--pdf") { Description = "Also write a PDF with charts there, for the board; it is made with Chromium.", HelpName = "FILE" };
        var (data, config, json) = (StandardOptions.Data("The data folder; default ./data."), StandardOptions.Config(), StandardOptions.Json());
        var command = new Command("figures", "Who answers in time, challenges, agreement and when it was overridden, children who wait to be taken over, plans by age. Counts under five are left out.")
            { from, until, csv, pdf, data, config, json };
        command.SetAction((parsed, cancellationToken) => figures(
            new(parsed.GetValue(from), parsed.GetValue(until), parsed.GetValue(csv), new(parsed.GetValue(data), parsed.GetValue(config), parsed.GetValue(json)), parsed.GetValue(pdf)), cancellationToken));
        return new("board", "Figures for a partnership's board.") { command };
    }
}
