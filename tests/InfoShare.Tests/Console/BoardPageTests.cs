using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using InfoShare.Cli.Board;
using InfoShare.Cli.Commands;
using InfoShare.Tests.Routing;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Console;

/// <summary>The page for the board says what the command says.</summary>
public sealed partial class BoardPageTests
{
    [Fact]
    public async Task The_tables_of_the_page_hold_the_figures_of_the_command_and_small_ones_in_neither()
    {
        await using var routing = await RoutingFixture.StartAsync();
        for (var n = 1; n <= 7; n++)
            await routing.SendAsync(School, From(Concern(4, $"concern-{n}", n > 5 ? Robin() with { ChildVoice = null } : Robin()), n));
        await using var console = await ConsoleOverHttp.StartAsync(routing);

        var page = await (await console.SignInAsync("board analyst")).GetAsync("/board?from=2026-11-01&until=2026-11-20");

        var (figures, told) = (await FiguresAsync(routing), TablesOf(page.Html));
        Assert.Contains(figures, figure => figure.Value == "7");
        Assert.Contains(figures, figure => figure.Value == "–");
        Assert.All(figures, figure => Assert.Equal(figure.Value, told[figure.Key]));
        Assert.Equal(figures.Keys.Order(), told.Where(cell => cell.Value != "0").Select(cell => cell.Key).Order());
    }

    [Fact]
    public async Task A_period_without_a_day_is_said_to_be_none()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await using var console = await ConsoleOverHttp.StartAsync(routing);

        var page = await (await console.SignInAsync("board analyst")).GetAsync("/board?from=2026-11-20&until=2026-11-01");

        Assert.Contains("The first day must not be after the last", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_for_a_PDF_says_the_same_draws_what_is_told_and_nothing_where_all_is_left_out()
    {
        var page = BoardPage.Of(
            [new("answers", "la/<b>", "decision late", 7), new("answers", "la/<b>", "decision open", null), new("plans", "la/x", "child-protection", null)],
            new(new(2026, 9, 1), new(2026, 11, 30)), new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));

        Assert.Contains("<td>7</td><td>–</td>", page, StringComparison.Ordinal);
        Assert.Contains("la/&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<figure>"));
        Assert.Contains("1 September 2026 until 30 November 2026", page, StringComparison.Ordinal);
    }

    /// <summary>By series, whose and what.</summary>
    private static async Task<Dictionary<string, string>> FiguresAsync(RoutingFixture routing)
    {
        // The command looks for the store where a host keeps it.
        using var folder = new TemporaryFolder();
        var (stored, data) = (Path.GetDirectoryName((await routing.StoredFilesAsync())[0])!, folder.File("data"));
        System.IO.Directory.CreateDirectory(data);
        System.IO.Directory.CreateDirectory($"{data}.keys");
        System.IO.Directory.CreateSymbolicLink(Path.Combine(data, "routing"), stored);
        System.IO.Directory.CreateSymbolicLink(Path.Combine($"{data}.keys", "routing"), Path.Combine(Path.GetDirectoryName(stored)!, "keys"));
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new BoardRun(routing.Clock, output, error).RunAsync(new(new(2026, 11, 1), new(2026, 11, 20), Csv: false, new(data, null, Json: true)), TestContext.Current.CancellationToken);
        Assert.True(code == 0, error.ToString());
        return JsonDocument.Parse(output.ToString()).RootElement.GetProperty("figures").EnumerateArray().ToDictionary(
            figure => Key(figure.GetProperty("series").GetString()!, figure.GetProperty("of").GetString()!, figure.GetProperty("what").GetString()!),
            figure => figure.TryGetProperty("count", out var count) && count.ValueKind == JsonValueKind.Number ? count.GetInt64().ToString(CultureInfo.InvariantCulture) : "–");
    }

    private static Dictionary<string, string> TablesOf(string html) => new(
        from table in Table().Matches(html)
        let columns = Column().Matches(table.Value).Select(column => column.Groups["text"].Value).ToList()
        from row in Row().Matches(table.Value)
        from cell in Cell().Matches(row.Value).Select((cell, nth) => (Text: cell.Groups["text"].Value, nth))
        select KeyValuePair.Create(Key(table.Groups["series"].Value, row.Groups["of"].Value, columns[cell.nth + 1]), cell.Text));

    private static string Key(string series, string of, string what) => $"{series} {of} {what.Replace('-', ' ')}";

    [GeneratedRegex("""<table [^>]*data-series="(?<series>[^"]+)".*?</table>""", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("""<th scope="col"[^>]*>(?<text>[^<]*)</th>""")]
    private static partial Regex Column();

    [GeneratedRegex("""<th scope="row"[^>]*>(?<of>[^<]*)</th>.*?</tr>""", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<td[^>]*>(?<text>[^<]*)</td>")]
    private static partial Regex Cell();
}
