using System.Net;
using InfoShare.Console.Tests.Running;
using Microsoft.Playwright;

namespace InfoShare.Console.Tests;

/// <summary>Alerts on the real thing.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class AlertTests(ConsoleFixture console)
{
    [Fact]
    public async Task While_nobody_would_be_told_the_page_and_a_monitor_outside_learn_it()
    {
        var page = await console.PageOfAsync("admin");
        await page.GotoAsync("/alerts");

        await Assertions.Expect(page.GetByText("Nobody is told of alerts: no channel is set.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send a test alert" })).ToHaveAttributeAsync("aria-disabled", "true");
        using var http = new HttpClient { BaseAddress = console.Address };
        using var answer = await http.GetAsync("/health/alerting", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "no channel is set"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Home_shows_how_long_a_probe_took_to_each_adapter_and_back()
    {
        var page = await console.PageOfAsync("operator");
        await page.GotoAsync("/");

        var probes = await page.Locator("table:has(#hearing) tbody tr td:last-child").AllInnerTextsAsync();
        Assert.NotEmpty(probes);
        Assert.All(probes, probe => Assert.EndsWith(" ago", probe, StringComparison.Ordinal));
    }
}
