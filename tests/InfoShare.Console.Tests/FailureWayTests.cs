using InfoShare.Console.Tests.Running;

namespace InfoShare.Console.Tests;

/// <summary>An operator decides about what is held.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class FailureWayTests(ConsoleFixture console)
{
    [Fact]
    public async Task What_is_held_can_be_decided_only_by_somebody_who_has_read_it()
    {
        var page = await console.PageOfAsync("operator");
        await page.GotoAsync("/held");
        var first = page.Locator("tbody tr").First;
        var review = await first.Locator("input[name=id]").GetAttributeAsync("value");
        Assert.Contains("Read the content first", await first.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("true", await first.Locator("button").First.GetAttributeAsync("aria-disabled"));

        await first.Locator("th a").ClickAsync();
        await page.GetByLabel("A part is held, and somebody must look").CheckAsync();
        await page.GetByLabel("In your own words").FillAsync("Invented for a test of the console.");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Read the content" }).ClickAsync();
        await page.GetByText("Open for you until").WaitForAsync();
        await page.GotoAsync("/held");
        await page.Locator($"tr:has(input[value='{review}']) button[type=submit]").First.ClickAsync();
        await page.GetByText("Released", new() { Exact = true }).WaitForAsync();

        Assert.Equal(0, await page.Locator($"input[value='{review}']").CountAsync());
    }
}
