using System.Globalization;
using System.Net;
using System.Text;
using InfoShare.Clocks;
using InfoShare.Console.Board;
using InfoShare.Console.Words;
using InfoShare.Routing.Board;

namespace InfoShare.Cli.Board;

/// <summary>The board's figures as a page to print, each table with a bar for each of its rows: no script, nothing from elsewhere. Pure.</summary>
internal static class BoardPage
{
    private const int BarWidth = 640;
    private const int BarHeight = 18;

    /// <summary>Those of the console's charts.</summary>
    private static readonly string[] Colours = ["#1d70b8", "#00703c", "#b58840", "#d4351c", "#4c2c92", "#505a5f"];

    public static string Of(IReadOnlyList<Figure> figures, BoardPeriod period, DateTimeOffset now)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html>
            <html lang="en-GB"><head><meta charset="utf-8"><title>Board figures - InfoShare</title>
            <style>
            body { font: 10pt/1.5 arial, sans-serif; margin: 0; color: #0b0c0c } h1 { font-size: 18pt } h2 { font-size: 13pt; break-after: avoid }
            table { border-collapse: collapse; width: 100%; margin-bottom: 8pt } caption { position: absolute; left: -999px }
            th, td { text-align: right; padding: 3pt 6pt; border-bottom: 1px solid #b1b4b6; vertical-align: bottom } th:first-child { text-align: left }
            thead { display: table-header-group } tr, figure, section { break-inside: avoid } figure { margin: 0 0 14pt } figcaption { font-size: 9pt; margin-bottom: 3pt } svg { display: block; max-width: 100% }
            @page { size: A4; margin: 20mm; @bottom-right { content: "page " counter(page) " of " counter(pages); font: 8pt arial } }
            </style></head><body><main>
            <h1>Board figures</h1>
            <p>From {{period.First.Words()}} until {{period.Last.Words()}}. What waits, and plans, are as of {{London.Of(now):d MMMM yyyy, HH:mm}}.
            A count under {{SmallNumbers.Least}} is left out and shown as –, and so is one from which it would follow.</p>
            """);
        foreach (var table in BoardTable.All(figures))
            Append(html, table);
        return html.Append(figures.Count == 0 ? "<p>Nothing is on record for these days.</p>" : "").Append("</main></body></html>").ToString();
    }

    private static void Append(StringBuilder html, BoardTable table)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section><h2>{Text(table.Title)}</h2>");
        if (table.Rows.Max(row => row.Counts.Sum(cell => cell.Count ?? 0)) is > 0 and var largest)
            AppendBars(html, table, largest);
        html.Append(CultureInfo.InvariantCulture, $"<table><caption>{Text(table.Title)}</caption><thead><tr><th scope=\"col\">{Text(table.Of)}</th>")
            .AppendJoin("", table.Columns.Select(column => $"<th scope=\"col\">{Text(column.Replace('-', ' '))}</th>")).Append("</tr></thead><tbody>");
        foreach (var (of, counts) in table.Rows)
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(of)}</th>").AppendJoin("", counts.Select(cell => $"<td>{cell.Count?.Number() ?? "–"}</td>")).Append("</tr>");
        html.Append("</tbody></table></section>");
    }

    private static void AppendBars(StringBuilder html, BoardTable table, long largest)
    {
        var height = table.Rows.Count * 2 * BarHeight;
        html.Append("<figure><figcaption>")
            .AppendJoin(" &nbsp; ", table.Columns.Select((column, nth) => $"""<svg width="10" height="10" style="display:inline-block"><rect width="10" height="10" fill="{Colour(nth)}"/></svg> {Text(column.Replace('-', ' '))}"""))
            .Append(CultureInfo.InvariantCulture, $"""</figcaption><svg role="img" aria-label="The table below says the same" width="{BarWidth}" height="{height}" viewBox="0 0 {BarWidth} {height}" font-family="arial" font-size="11">""");
        foreach (var (row, nth) in table.Rows.Select((row, nth) => (row, nth)))
            AppendBar(html, row.Of, row.Counts, nth * 2 * BarHeight, (double)BarWidth / largest);
        html.Append("</svg></figure>");
    }

    /// <summary>What is left out has no length.</summary>
    private static void AppendBar(StringBuilder html, string of, IReadOnlyList<BoardCell> counts, int top, double unit)
    {
        html.Append(CultureInfo.InvariantCulture, $"""<text x="0" y="{top + BarHeight - 5}">{Text(of)}</text>""");
        var left = 0.0;
        foreach (var (cell, nth) in counts.Select((cell, nth) => (cell, nth)))
        {
            var width = (cell.Count ?? 0) * unit;
            html.Append(CultureInfo.InvariantCulture, $"""<rect x="{left:0.#}" y="{top + BarHeight}" width="{width:0.#}" height="{BarHeight - 4}" fill="{Colour(nth)}"/>""");
            left += width;
        }
    }

    private static string Colour(int nth) => Colours[nth % Colours.Length];

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
