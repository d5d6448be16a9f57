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
    public async Task What_taking_a_record_apart_would_call_back_is_shown_first()
    {
        var page = await console.PageOfAsync("identity reviewer");
        await page.GotoAsync("/identity");
        await page.Locator("tbody th a").Last.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).PressAsync("Enter");
        await page.GetByLabel("They are of one child").PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Decide" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "the record that raised the question" }).PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Take this record apart?" })).ToBeVisibleAsync();
        await page.JudgeAsync("identity-record");
    }

    [Fact]
    public async Task What_reached_somebody_whom_it_is_not_about_is_an_incident_that_a_governance_lead_follows()
    {
        var door = await console.PageOfAsync("front door inbox");
        await door.GotoAsync("/inbox");
        await door.Locator("tbody th a").Last.ClickAsync();
        await door.GetByLabel("It is about somebody else than the child we know").CheckAsync();
        await door.GetByRole(AriaRole.Button, new() { Name = "Send acknowledgement" }).ClickAsync();
        await Assertions.Expect(door.Locator("main")).ToContainTextAsync("What you have answered");

        var page = await console.PageOfAsync("governance lead");
        await page.GotoAsync("/incidents");
        await page.ReloadUntilAsync("A recipient has said that it was not for them");
        await page.Locator("tbody th a").First.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Call it back" })).ToBeVisibleAsync();
        await page.JudgeAsync("incident");
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
