using InfoShare.Console.Tests.Running;
using InfoShare.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InfoShare.Console.Tests;

/// <summary>
/// A participant's key is in the wrong hands: two operators shut it out at the real broker, what is for it waits, and two of them let it in again. None of
/// them uses a mouse.
/// </summary>
[Collection(ConsoleCollection.Name)]
[Trait("Length", "long")]
public sealed class ParticipantTests(ConsoleFixture console) : IDisposable
{
    private const string Care = "social-care-cumberland";
    private const string Page = $"/participants/{Care}";

    private readonly OwnServer own = new(console);

    [Fact]
    public async Task Two_people_shut_a_participant_out_and_let_it_in_again_and_nothing_is_lost_meanwhile()
    {
        Assert.SkipUnless(ConsoleServer.OnRealParts, "there is no RabbitMQ");
        await using (var server = await own.StartAsync(served: true))
        {
            await own.MakeAccountsAsync(server, ("first", "Operator"), ("second", "Operator"));
            var (asks, approves) = (await own.PageOfAsync(server, "first"), await own.PageOfAsync(server, "second"));
            await asks.GotoAsync(Page);
            await asks.ReloadUntilAsync("1 reader of its queue");

            await AskAsync(asks, "Revoke");
            await Expect(asks.Locator("main")).ToContainTextAsync("waits for another person");
            await asks.JudgeAsync("");
            await ApproveAsync(approves);
            await asks.ReloadUntilAsync("; done ");
            await asks.ReloadUntilAsync("0 readers of its queue");
            await own.RaiseAsync(new Concern("education-cumberland", 1, 1, Level: 3));
            await asks.ReloadUntilAsync("1 delivery", asks.Locator(".govuk-summary-list__row", new() { HasText = "Waits for it" }));
            Assert.Empty(own.Arrived(Care));

            await AskAsync(asks, "Issue");
            await ApproveAsync(approves);
            await asks.ReloadUntilAsync("days left");
            await asks.GotoAsync("/broker");
            await Expect(asks.Locator("ol")).ToContainTextAsync($"user {Care}");
            await asks.JudgeAsync("broker");
            await asks.GetByLabel("Why, in your own words").FillAsync("It has a new key.");
            await asks.GetByRole(AriaRole.Button, new() { Name = "Ask for it" }).PressAsync("Enter");
            await ApproveAsync(approves);
            await asks.ReloadUntilAsync("The broker holds what the directory says.");
        }

        // An adapter reads its certificate when it starts.
        await using var again = await own.StartAsync(served: true);
        for (var waited = 0; waited < 120 && !own.Arrived(Care).Any(); waited++)
            await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Equal([1], own.Arrived(Care).Select(concern => concern.Child));
    }

    public void Dispose() => own.Dispose();

    private static async Task AskAsync(IPage page, string what)
    {
        await page.GetByLabel(what).PressAsync("Space");
        await page.GetByLabel("Why, in your own words").FillAsync("Its key was seen where it does not belong.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for it" }).PressAsync("Enter");
        await Expect(page.GetByText("Another person must approve it: it is among the approvals")).ToBeVisibleAsync();
    }

    private static async Task ApproveAsync(IPage page)
    {
        await page.GotoAsync("/approvals");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") }).PressAsync("Enter");
        await Expect(page.GetByText("Nothing waits for approval.")).ToBeVisibleAsync();
    }
}
