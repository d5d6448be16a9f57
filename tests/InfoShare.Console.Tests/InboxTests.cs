using System.Text.RegularExpressions;
using InfoShare.Console.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InfoShare.Console.Tests;

/// <summary>A post without a system of its own: what it raises goes by its adapter's front door to who must know, and the answer comes back.</summary>
[Collection(ConsoleCollection.Name)]
public sealed partial class InboxTests(ConsoleFixture console)
{
    private const string School = "school inbox";
    private static readonly TimeSpan TwoMinutes = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_concern_is_raised_by_keyboard_in_under_two_minutes_and_its_acknowledgement_comes_back()
    {
        var facts = $"Invented {Guid.NewGuid():n}: came without a coat.";
        var page = await console.PageOfAsync(School);
        await page.GotoAsync("/inbox/concern");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and send" }).ClickAsync();
        await page.JudgeAsync("inbox-errors");

        var began = TimeProvider.System.GetTimestamp();
        await page.GotoAsync("/inbox/concern");
        await FillByKeyboardAsync(page, facts);
        await Expect(page.Locator("h1")).ToContainTextAsync("Check before you send");
        await Expect(page.Locator("main")).ToContainTextAsync(facts);
        await page.JudgeAsync("inbox-check");
        await page.TabToAsync("button[formaction*=Send]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(Sent());
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TwoMinutes);

        await page.ReloadUntilAsync("arrived");
        await page.JudgeAsync("inbox-sent-one");
        var message = page.Url.Split('/')[^1];
        var sent = page.Url;
        await page.GotoAsync("/inbox/sent");
        await page.JudgeAsync("inbox-sent");
        await page.GotoAsync(sent);
        var delivery = await FrontDoorDeliveryAsync(message);

        var other = await console.PageOfAsync("front door inbox");
        await other.GotoAsync($"/inbox/{delivery}");
        await Expect(other.Locator("main")).ToContainTextAsync(facts);
        await Expect(other.Locator("main")).ToContainTextAsync("You owe");
        await other.JudgeAsync("inbox-delivery");
        await other.GetByLabel("We have read it, and it is in hand").CheckAsync();
        await other.GetByLabel("Anything to add").FillAsync("Invented note.");
        await other.GetByRole(AriaRole.Button, new() { Name = "Send acknowledgement" }).ClickAsync();
        await Expect(other.Locator("main")).ToContainTextAsync("What you have answered");

        await page.ReloadUntilAsync("Acknowledgement,");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = Acknowledgement() }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Invented note.");
    }

    [Fact]
    public async Task What_is_wrong_leads_to_its_field_and_nothing_is_lost_or_repeated()
    {
        var page = await console.PageOfAsync(School, 375, script: false);
        await page.GotoAsync("/inbox/concern");
        await page.GetByLabel("First names").FillAsync("Invented");
        await page.GetByLabel("NHS number").FillAsync("12345");
        await page.Locator("#Facts").FillAsync("Invented words that stay.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and send" }).ClickAsync();

        var summary = page.Locator(".govuk-error-summary");
        Assert.Equal(["#NhsNumber", "#Level", "#Agreement", "#Reach"], await summary.Locator("a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"));
        await Expect(summary).Not.ToContainTextAsync("12345");
        Assert.Equal(("Invented words that stay.", "12345"), (await page.Locator("#Facts").InputValueAsync(), await page.Locator("#NhsNumber").InputValueAsync()));
        Assert.DoesNotContain("Invented", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_to_another_post_is_not_there_and_asking_is_on_record()
    {
        var door = await console.PageOfAsync("front door inbox");
        await door.GotoAsync("/inbox");
        var address = await door.Locator("tbody th a").First.GetAttributeAsync("href");

        var page = await console.PageOfAsync(School);
        var answer = await page.GotoAsync(address!);
        Assert.Equal(404, answer!.Status);

        var auditor = await console.PageOfAsync("auditor");
        await auditor.GotoAsync($"/audit?kind=console-not-found&about={address!.Split('/')[^1]}");
        await Expect(auditor.Locator("main table").Last).ToContainTextAsync("console-not-found");
    }

    [Fact]
    public async Task What_was_released_is_read_and_not_unread_then()
    {
        var page = await console.PageOfAsync(School);
        await page.GotoAsync("/inbox");
        var unread = page.Locator("tbody tr", new() { HasText = "Unread" });
        var before = await unread.CountAsync();
        Assert.NotEqual(0, before);

        await unread.First.Locator("a").ClickAsync();
        await Expect(page.Locator("h2").First).ToBeVisibleAsync();
        await page.GotoAsync("/inbox");

        await Expect(unread).ToHaveCountAsync(before - 1);
    }

    private static async Task FillByKeyboardAsync(IPage page, string facts)
    {
        (string Id, string Text)[] texts =
        [
            ("#Given", "Robin"), ("#Family", "Testperson"), ("#BornDay", "14"), ("#BornMonth", "5"), ("#BornYear", "2016"),
            ("#Address", "3 Imaginary Lane"), ("#Postcode", "CA99 9ZZ"), ("#Facts", facts),
        ];
        foreach (var (id, text) in texts)
        {
            await page.TabToAsync(id);
            await page.Keyboard.TypeAsync(text);
        }

        await page.TabToAsync("#Level");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("#Agreement");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("#Reach");
        await page.Keyboard.TypeAsync("Safeguarding lead, 01632 960001");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>As an operator finds it.</summary>
    private async Task<string> FrontDoorDeliveryAsync(string message)
    {
        var page = await console.PageOfAsync("operator");
        await page.GotoAsync($"/messages/education-cumberland/{message}");
        var row = page.Locator("tr", new() { HasText = "children-services-front-door" }).First;
        // Its own row: others may have it earlier.
        await page.ReloadUntilAsync("handed over", row);
        return (await row.Locator("a").GetAttributeAsync("href"))![3..];
    }

    [GeneratedRegex("/inbox/sent/.+")]
    private static partial Regex Sent();

    [GeneratedRegex("^Acknowledgement,")]
    private static partial Regex Acknowledgement();
}
