using InfoShare.Console.Tests.Running;
using Microsoft.Playwright;

namespace InfoShare.Console.Tests;

/// <summary>A change of the policy on the pages: tried, refused, proposed by one governance lead, approved by another, and put in shadow.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class PolicyTests(ConsoleFixture console)
{
    private const string Candidate = "duty-to-disclose";

    [Fact]
    public async Task A_set_is_replayed_and_proposed_by_one_and_approved_by_another_only()
    {
        var page = await console.PageOfAsync("governance lead");
        await OpenCandidateAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Propose it" })).ToHaveAttributeAsync("aria-disabled", "true");
        await page.GetByRole(AriaRole.Link, new() { Name = "Replay it" }).ClickAsync();
        await page.GetByLabel("Decisions since").FillAsync("2020-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Replay" }).ClickAsync();
        await Assertions.Expect(page.GetByText("children affected")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = "Its scenarios, and proposing it" }).ClickAsync();
        await page.JudgeAsync("policy-change");
        await page.GetByLabel("Why").FillAsync("Invented for a test.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Propose it" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Approvals" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("You cannot: Somebody else must decide what you asked for")).ToBeVisibleAsync();

        var second = await console.PageOfAsync("second governance lead");
        await second.GotoAsync("/approvals");
        await Assertions.Expect(second.GetByText("Invented for a test.")).ToBeVisibleAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = $"Approve Bring the policy set {Candidate}" }).ClickAsync();
        await Assertions.Expect(second.GetByText("Approved", new() { Exact = true })).ToBeVisibleAsync();
        await OpenCandidateAsync(second);
        await Assertions.Expect(second.GetByText("asked by governance lead, approved by second governance lead")).ToBeVisibleAsync();
        await RouterHasItAsync(second);
    }

    [Fact]
    public async Task Files_that_are_no_policy_are_refused_with_their_line_and_column()
    {
        var page = await console.PageOfAsync("second governance lead");
        await page.GotoAsync("/policy/changes");
        await page.GetByLabel("Name of the set").FillAsync("broken");
        await page.GetByLabel("Or one file that you write here: its name").FillAsync("more.cedar");
        await page.GetByLabel("Its text").FillAsync("// one\npermit (nobody;");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and keep it" }).ClickAsync();

        await Assertions.Expect(page.Locator("#text-error")).ToContainTextAsync("more.cedar, line 2, column 9");
    }

    [Fact]
    public async Task A_set_is_put_in_shadow_and_taken_out_by_a_governance_lead_and_an_auditor_only_reads()
    {
        var page = await console.PageOfAsync("governance lead");
        await page.GotoAsync("/policy/shadow");
        await page.GetByLabel("Put in shadow").SelectOptionAsync(new SelectOptionValue { Label = await page.Locator("option", new() { HasText = Candidate }).InnerTextAsync() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Assertions.Expect(page.GetByText("In shadow", new() { Exact = true })).ToBeVisibleAsync();

        var auditor = await console.PageOfAsync("auditor");
        await auditor.GotoAsync("/policy/shadow");
        await Assertions.Expect(auditor.GetByText("In shadow", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(auditor.GetByRole(AriaRole.Button, new() { Name = "End it" })).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "End it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("ended").First).ToBeVisibleAsync();
    }

    /// <summary>The router that runs has taken it, to begin at its time: nobody has started anything again.</summary>
    private static async Task RouterHasItAsync(IPage page)
    {
        var taken = page.Locator("dd").Filter(new() { HasText = "In force from" });
        for (var tries = 0; tries < 20 && await taken.CountAsync() == 0; tries++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            await page.ReloadAsync();
        }

        await Assertions.Expect(taken).ToBeVisibleAsync();
    }

    private static async Task OpenCandidateAsync(IPage page)
    {
        await page.GotoAsync("/policy/changes");
        await page.GetByRole(AriaRole.Link, new() { Name = Candidate }).ClickAsync();
    }
}
