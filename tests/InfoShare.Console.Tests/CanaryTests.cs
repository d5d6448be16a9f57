using InfoShare.Console.Tests.Running;
using Microsoft.Playwright;

namespace InfoShare.Console.Tests;

/// <summary>No page that is seen without a reveal holds a word of any child: nothing of what the samples say of names, birth, numbers, addresses and what happened.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class CanaryTests(ConsoleFixture console)
{
    [Theory]
    [InlineData("governance lead")]
    [InlineData("auditor")]
    [InlineData("school lead")]
    [InlineData("front door lead")]
    public async Task No_case_holds_one_unless_it_was_opened(string account)
    {
        var page = await console.PageOfAsync(account);
        await page.GotoAsync("/messages");
        var cases = await page.Locator("tbody th a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.NotEmpty(cases);
        foreach (var address in cases.Take(8))
        {
            await page.GotoAsync(address);
            Assert.Empty(Canaries.In(await page.ContentAsync()));
        }
    }

    [Fact]
    public async Task What_is_searched_for_is_found_where_it_may_be()
    {
        var page = await console.PageOfAsync("second operator");
        await page.OpenFirstCaseAsync("?type=concern.raised&participant=education-cumberland");
        await page.GetByLabel("A review of practice").CheckAsync();
        await page.GetByLabel("In your own words").FillAsync("Whether the search finds what there is.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read the content" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Open for you until")).ToBeVisibleAsync();

        Assert.NotEmpty(Canaries.In(await page.ContentAsync()));
    }
}
