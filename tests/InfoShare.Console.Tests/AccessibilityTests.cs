using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using InfoShare.Console.Tests.Running;
using Microsoft.Playwright;

namespace InfoShare.Console.Tests;

/// <summary>axe-core finds nothing on any page, on a desk's screen and a phone's. Each page looked at becomes the picture of the guide where that is asked for.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class AccessibilityTests(ConsoleFixture console)
{
    internal const int Desk = 1280;
    private const int Phone = 375;

    /// <summary>The folder for pictures; empty: none are made. <c>INFOSHARE_WRITE_PICTURES=docs/console</c></summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("INFOSHARE_WRITE_PICTURES");

    public static TheoryData<string> Names => Looked.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_has_no_violation_at_a_desk(string name) => await LookAsync(name, Desk);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_has_no_violation_on_a_phone(string name) => await LookAsync(name, Phone);

    [Theory]
    [InlineData(Desk)]
    [InlineData(Phone)]
    public async Task Nor_has_the_page_to_sign_in(int width)
    {
        var page = await console.PageOfAsync(null, width);
        await page.GotoAsync("/sign-in");
        await JudgeAsync(page, "sign-in", width);
    }

    [Theory]
    [InlineData(Desk)]
    [InlineData(Phone)]
    public async Task Nor_has_a_case(int width)
    {
        var page = await console.PageOfAsync("governance lead", width);
        await page.OpenFirstCaseAsync("?state=held");
        await JudgeAsync(page, "case", width);
    }

    private async Task LookAsync(string name, int width)
    {
        var looked = Looked.Of(name);
        var page = await console.PageOfAsync(looked.Account, width);
        var answer = await page.GotoAsync(looked.Address);
        Assert.Equal(200, answer!.Status);
        await JudgeAsync(page, name, width);
    }

    internal static async Task JudgeAsync(IPage page, string name, int width)
    {
        if (Pictures is { Length: > 0 } folder && width == Desk)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = name is not "messages" and not "audit" });
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.Empty(found.Violations.Select(one => $"{one.Id}: {one.Help}: {string.Join(" | ", one.Nodes.Select(node => node.Html))}"));
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"{name} scrolls sideways at {width}");
    }
}
