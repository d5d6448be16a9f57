using InfoShare.Console.Tests.Running;
using Microsoft.Playwright;

namespace InfoShare.Console.Tests;

/// <summary>Where is it, who has it, why not the police? In three clicks from home at the most.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class CaseTests(ConsoleFixture console)
{
    [Fact]
    public async Task Three_clicks_from_home_say_where_it_is_who_has_it_and_why_not_the_police()
    {
        var page = await console.PageOfAsync("governance lead");
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Link, new() { Name = "education-cumberland" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "concern.raised" }).Filter(new() { HasNotText = "Urgent" }).Locator("th a").First.ClickAsync();
        var who = page.GetByRole(AriaRole.Region, new() { Name = "Deliveries" });
        await page.GetByText("Who was not asked, and why").ClickAsync();

        await Assertions.Expect(who).ToContainTextAsync("handed over");
        var police = page.Locator(".govuk-summary-list__row").Filter(new() { HasText = "police-safeguarding-officer" });
        await Assertions.Expect(police).ToContainTextAsync("It would go if");
    }

    [Fact]
    public async Task Content_is_read_with_a_reason_by_keyboard_alone()
    {
        var page = await console.PageOfAsync("operator");
        await page.OpenFirstCaseAsync("?type=concern.raised");
        Assert.Equal(0, await page.GetByText("Facts", new() { Exact = true }).CountAsync());

        await page.GetByLabel("It could not be delivered").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("The front door says that it is garbled.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByText("Open for you until")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Facts", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "operator, " })).ToContainTextAsync("It could not be delivered");
    }

    [Fact]
    public async Task Whoever_may_not_read_content_is_told_why()
    {
        var page = await console.PageOfAsync("auditor");
        await page.OpenFirstCaseAsync("?type=concern.raised");

        var button = page.GetByRole(AriaRole.Button, new() { Name = "Read the content" });
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-disabled", "true");
        await Assertions.Expect(button).ToHaveAccessibleDescriptionAsync("You cannot: Your roles do not include reading content.");
    }

    [Fact]
    public async Task The_audit_on_the_page_holds()
    {
        var page = await console.PageOfAsync("auditor");
        await page.OpenFirstCaseAsync("?type=concern.raised");

        await page.GetByText("each as it was written and continuing the one before it").ClickAsync();

        Assert.Equal("Yes", await page.Locator("#proof >> xpath=ancestor::table//tbody/tr[1]/td[last()]").InnerTextAsync());
    }
}
