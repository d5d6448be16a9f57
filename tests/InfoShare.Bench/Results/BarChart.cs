using System.Globalization;
using System.Net;
using System.Text;

namespace InfoShare.Bench.Results;

/// <summary>One bar.</summary>
internal sealed record Bar(string Name, double Value);

/// <summary>A bar chart as SVG: a name, a bar, a figure in each line.</summary>
internal static class BarChart
{
    private const int Width = 720;
    private const int Line = 34;
    private const int Top = 48;
    private const int NamesEnd = 220;
    private const int BarsEnd = 620;

    public static string Svg(string title, IReadOnlyList<Bar> bars)
    {
        var most = bars.Max(b => b.Value);
        var height = Top + (bars.Count * Line) + 12;
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" font-family="sans-serif" font-size="14" role="img">""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<title>{WebUtility.HtmlEncode(title)}</title><rect width="{Width}" height="{height}" fill="#ffffff"/>""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<text x="16" y="28" font-size="16" font-weight="bold" fill="#0b0c0c">{WebUtility.HtmlEncode(title)}</text>""");
        foreach (var (bar, i) in bars.Select((b, i) => (b, i)))
            svg.AppendLine(LineOf(bar, Top + (i * Line), most));
        return svg.AppendLine("</svg>").ToString();
    }

    private static string LineOf(Bar bar, int y, double most)
    {
        var length = most > 0 ? Math.Max(1, (BarsEnd - NamesEnd) * bar.Value / most) : 1;
        return string.Create(CultureInfo.InvariantCulture, $"""
            <text x="{NamesEnd - 12}" y="{y + 19}" text-anchor="end" fill="#0b0c0c">{WebUtility.HtmlEncode(bar.Name)}</text>
            <rect x="{NamesEnd}" y="{y + 4}" width="{length:0.#}" height="22" fill="#1d70b8"/>
            <text x="{NamesEnd + length + 8:0.#}" y="{y + 19}" fill="#0b0c0c">{bar.Value:N0}</text>
            """);
    }
}
