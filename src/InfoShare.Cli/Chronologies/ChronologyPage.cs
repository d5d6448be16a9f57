using System.Globalization;
using System.Net;
using System.Text;
using InfoShare.Clocks;
using InfoShare.Console.Chronologies;
using InfoShare.Routing.Histories;

namespace InfoShare.Cli.Chronologies;

/// <summary>A chronology as a page to print: no script, nothing from elsewhere. Pure.</summary>
internal static class ChronologyPage
{
    public static string Of(ChronologyAnswer answer)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html>
            <html lang="en-GB"><head><meta charset="utf-8"><title>Chronology - InfoShare</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #0b0c0c }
            table { border-collapse: collapse; width: 100% } caption { text-align: left; font-weight: bold; font-size: 1.2rem; padding: .5rem 0 }
            th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #b1b4b6; vertical-align: top }
            th[scope=row] { white-space: nowrap } dl { margin: .3rem 0 0; display: grid; grid-template-columns: minmax(7rem, 12rem) 1fr; gap: 0 1rem } dt { color: #505a5f } dd { margin: 0; white-space: pre-line }
            @page { size: A4; margin: 15mm } @media print { body { margin: 0; max-width: none; font-size: 10pt } tr { break-inside: avoid } thead { display: table-header-group } }
            </style></head><body><main>
            <h1>Chronology</h1>
            <p>For {{Text(answer.Reader ?? "")}}, as far as this reader may know, on {{London.Of(answer.At ?? default):d MMMM yyyy, HH:mm}}. It holds personal data: keep it as you keep the child's record.</p>
            <ul>
            """);
        foreach (var child in answer.Children ?? [])
            html.Append(CultureInfo.InvariantCulture, $"<li>{Text(ChronologyWords.Child(child, answer.Entries ?? []))}</li>");
        html.Append("</ul><table><caption>By when it happened</caption><thead><tr><th scope=\"col\">Day</th><th scope=\"col\">Child</th><th scope=\"col\">What</th></tr></thead><tbody>");
        foreach (var entry in answer.Entries ?? [])
            AppendEntry(html, entry);
        return html.Append(CultureInfo.InvariantCulture, $"</tbody></table><p>{answer.Entries?.Count ?? 0} events.{(answer.IsCut ? " There are earlier ones." : "")}</p></main></body></html>").ToString();
    }

    private static void AppendEntry(StringBuilder html, ChronologyEntry entry)
    {
        html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{entry.On:d MMM yyyy}{(entry.Until is { } until ? $" to {until:d MMM yyyy}" : "")}</th><td>{entry.Child}</td><td>{Text(ChronologyWords.What(entry))}");
        var lines = ChronologyWords.Sections(entry).SelectMany(section => section.Lines.Select(line => (Name: line.Name ?? section.Heading, line.Text))).ToList();
        if (lines.Count > 0)
            html.Append("<dl>").AppendJoin("", lines.Select(line => $"<dt>{Text(line.Name)}</dt><dd>{Text(line.Text)}</dd>")).Append("</dl>");
        html.Append("</td></tr>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
