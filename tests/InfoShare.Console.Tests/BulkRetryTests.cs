using InfoShare.Console.Tests.Running;
using InfoShare.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InfoShare.Console.Tests;

/// <summary>
/// From the first password on: concerns fail because the directory has nobody who serves the front door; it is mended, one operator sends them again,
/// the first one alone, and a second operator approves the rest. None of them uses a mouse to decide.
/// </summary>
[Collection(ConsoleCollection.Name)]
[Trait("Length", "long")]
public sealed class BulkRetryTests(ConsoleFixture console) : IDisposable
{
    private const int Failing = 12;

    private readonly OwnServer own = new(console);

    [Fact]
    public async Task Failed_deliveries_go_again_first_one_then_the_rest_when_a_second_person_has_approved()
    {
        await using (var before = await own.StartAsync(served: false))
        {
            await own.MakeAccountsAsync(before, ("first", "Operator"), ("second", "Operator"));
            foreach (var child in Enumerable.Range(0, Failing))
                await own.RaiseAsync(new Concern("education-cumberland", child, 1, Level: 3));
            var seen = await own.PageOfAsync(before, "first");
            await seen.GotoAsync("/failures");
            await seen.ReloadUntilAsync($"{Failing} failed deliveries in 1 group");
            await seen.JudgeAsync("failures");
        }

        await using var mended = await own.StartAsync(served: true);
        var asks = await own.PageOfAsync(mended, "first");
        await BeginAsync(asks);
        await asks.ReloadUntilAsync("1handed over");
        await asks.GetByRole(AriaRole.Button, new() { Name = "Send the rest again" }).PressAsync("Enter");
        await Expect(asks.Locator("main")).ToContainTextAsync("The next stage waits for another person to approve it");
        await asks.JudgeAsync("failures-retry");
        var retry = asks.Url;
        await asks.GotoAsync("/approvals");
        await Expect(asks.GetByText("You cannot: Somebody else must decide what you asked for")).ToBeVisibleAsync();

        var approves = await own.PageOfAsync(mended, "second");
        await approves.GotoAsync("/approvals");
        await approves.JudgeAsync("approvals");
        await approves.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") }).PressAsync("Enter");
        await asks.GotoAsync(retry);
        await asks.ReloadUntilAsync($"{Failing}handed over");

        await asks.GotoAsync("/failures");
        await Expect(asks.GetByText("Nothing has failed.")).ToBeVisibleAsync();
        var arrived = own.Arrived("social-care-cumberland");
        Assert.Equal(Enumerable.Range(0, Failing), arrived.Select(concern => concern.Child).Order());
    }

    public void Dispose() => own.Dispose();

    /// <summary>What would go is looked at, and the first one goes.</summary>
    private static async Task BeginAsync(IPage page)
    {
        await page.GotoAsync("/failures");
        await page.GetByRole(AriaRole.Link, new() { Name = "No participant serves the organisation" }).PressAsync("Enter");
        await page.GetByLabel("Add a note").FillAsync("The directory has the front door again.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the note" }).PressAsync("Enter");
        await Expect(page.Locator(".govuk-inset-text")).ToContainTextAsync("The directory has the front door again.");
        await page.JudgeAsync("failures-group");
        var group = page.Url;
        await page.Locator("tbody th a").First.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Give it up" })).ToBeVisibleAsync();
        await page.JudgeAsync("failures-delivery");

        await page.GotoAsync(group);
        await page.GetByRole(AriaRole.Button, new() { Name = "See what would be sent again" }).PressAsync("Enter");
        await Expect(page.Locator("dl")).ToContainTextAsync($"{Failing} deliveries");
        await page.JudgeAsync("failures-again");
        await page.GetByLabel("How many in a minute, at the most").FillAsync("600");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the first one again" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sent again");
    }
}
