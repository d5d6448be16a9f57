using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace InfoShare.Console.Tests;

/// <summary>Looks at a page with axe-core, and keeps its picture where that is asked for.</summary>
internal static class Judging
{
    private const int Desk = 1280;

    /// <summary>The folder for pictures; empty: none are made. <c>INFOSHARE_WRITE_PICTURES=docs/console</c></summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("INFOSHARE_WRITE_PICTURES");

    /// <summary>What makes the page scroll sideways: parts that reach beyond it, and are in nothing that scrolls by itself.</summary>
    private const string TooWide = """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [...document.querySelectorAll("body *")]
            .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth && !one.closest(".console-scroll"))
            .map(one => one.outerHTML.slice(0, 120))
        """;

    /// <param name="name">Of the picture.</param>
    public static async Task JudgeAsync(this IPage page, string name, int width = Desk)
    {
        if (Pictures is { Length: > 0 } folder && width == Desk)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Clip = new() { X = 0, Y = 0, Width = Desk, Height = 1000 }, FullPage = true });
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.Empty(found.Violations.Select(one => $"{one.Id}: {one.Help}: {string.Join(" | ", one.Nodes.Select(node => node.Html))}"));
        Assert.Empty(await page.EvaluateAsync<string[]>(TooWide));
    }
}
