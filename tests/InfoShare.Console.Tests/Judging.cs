using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace InfoShare.Console.Tests;

/// <summary>Looks at a page with axe-core, and keeps its picture where that is asked for.</summary>
internal static class Judging
{
    private const int Desk = 1280;
    private const int Phone = 375;

    /// <summary>The folder for pictures; empty: none are made. <c>INFOSHARE_WRITE_PICTURES=docs/console</c></summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("INFOSHARE_WRITE_PICTURES");

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Pages have no frames, so that one look sees all.</summary>
    private const string Violations = """
        async () => (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] }))
            .violations.map(one => `${one.id}: ${one.help}: ${one.nodes.map(node => node.html).join(" | ")}`)
        """;

    /// <summary>What reaches beyond the page, if it scrolls sideways.</summary>
    private const string TooWide = """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [...document.querySelectorAll("body *")]
            .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth).map(one => one.outerHTML.slice(0, 120))
        """;

    /// <summary>On a phone's screen, then on a desk's: it stays that wide.</summary>
    /// <param name="name">Of the picture, which is that of the desk; empty: none is made.</param>
    public static async Task JudgeAsync(this IPage page, string name)
    {
        foreach (var width in (int[])[Phone, Desk])
        {
            await page.SetViewportSizeAsync(width, 900);
            if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
                await page.EvaluateAsync(Axe);
            Assert.Empty(await page.EvaluateAsync<string[]>(Violations));
            Assert.Empty(await page.EvaluateAsync<string[]>(TooWide));
        }

        if (Pictures is { Length: > 0 } folder && name.Length > 0)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Clip = new() { X = 0, Y = 0, Width = Desk, Height = 1000 }, FullPage = true });
    }
}
