using System.Text.RegularExpressions;
using InfoShare.Console.Tests.Running;
using Microsoft.Playwright;

namespace InfoShare.Console.Tests;

/// <summary>What holds for every page in a browser.</summary>
[Collection(ConsoleCollection.Name)]
public sealed partial class BrowserTests(ConsoleFixture console)
{
    public static TheoryData<string> Names => Looked.Names;

    [Theory]
    [Trait("Length", "long")]
    [MemberData(nameof(Names))]
    public async Task A_page_says_the_same_without_script(string name)
    {
        var looked = Looked.Of(name);
        var page = await console.PageOfAsync(looked.Account, script: false);

        var answer = await page.GotoAsync(looked.Address);

        Assert.Equal(200, answer!.Status);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_first_tab_skips_to_the_content_and_signing_out_needs_no_mouse()
    {
        var page = await console.PageOfAsync("board analyst");
        await page.GotoAsync("/permissions");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Skip to main content")).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You are signed out");
        await page.GotoAsync("/permissions");
        await Assertions.Expect(page).ToHaveURLAsync(SignIn());
    }

    [Fact]
    public async Task The_counts_of_the_flow_move_by_themselves()
    {
        var page = await console.PageOfAsync("operator");
        await page.GotoAsync("/flow?within=month");
        var state = page.Locator("[data-flow-state]");
        await state.EvaluateAsync("element => element.textContent = 'old'");
        await page.Locator("[data-count='all:delivered']").EvaluateAsync("element => element.textContent = '0'");

        await Assertions.Expect(state).ToContainTextAsync("As of");
        await Assertions.Expect(page.Locator("[data-count='all:delivered']")).Not.ToHaveTextAsync("0");
    }

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignIn();
}
