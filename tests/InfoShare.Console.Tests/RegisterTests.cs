using InfoShare.Console.Tests.Running;
using Microsoft.Playwright;

namespace InfoShare.Console.Tests;

/// <summary>The way through an identity review, and the board as it is drawn.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class RegisterTests(ConsoleFixture console)
{
    [Fact]
    public async Task A_reviewer_compares_two_records_and_decides_by_keyboard_alone()
    {
        var page = await console.PageOfAsync("identity reviewer");
        await page.GotoAsync("/identity");
        await page.Locator("tbody th a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var compare = page.GetByRole(AriaRole.Button, new() { Name = "Compare" });
        Assert.Equal(0, await page.GetByText("How far they agree").CountAsync());
        await compare.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("How far they agree").WaitForAsync();
        await page.JudgeAsync("identity-compared");
        await page.GetByLabel("They are of two children").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Decide" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.GetByText("They stay apart").WaitForAsync();
        Assert.Equal(0, await page.GetByText("How far they agree").CountAsync());
    }

    [Fact]
    public async Task The_board_draws_its_charts_and_offers_to_print()
    {
        var page = await console.PageOfAsync("board analyst");
        await page.GotoAsync("/board?from=2020-01-01&until=2099-12-30");

        Assert.True(await page.Locator(".console-chart svg").CountAsync() > 0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Print, or save as a PDF" }).WaitForAsync();
    }
}
