using System.Diagnostics;
using System.Globalization;
using InfoShare.Console.Tests.Running;
using InfoShare.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InfoShare.Console.Tests;

/// <summary>Somebody has asked for emergency access; a governance lead reads why, and says whether it was right.</summary>
[Collection(ConsoleCollection.Name)]
[Trait("Length", "long")]
public sealed class EmergencyTests(ConsoleFixture console) : IDisposable
{
    private const string Words = "Invented for a test: nobody answers the telephone.";

    private readonly OwnServer own = new(console);

    [Fact]
    public async Task An_emergency_access_is_opened_on_record_and_reviewed_by_keyboard_alone()
    {
        await using var server = await own.StartAsync(served: true);
        await own.MakeAccountsAsync(server, ("lead", "Governance lead"));
        await own.RaiseAsync(new Concern("education-cumberland", 0, 1, Level: 3));
        var page = await own.PageOfAsync(server, "lead");
        await StartAsync(server, await DeliveryAsync(page));

        await page.GotoAsync("/emergencies");
        await page.JudgeAsync("emergencies");
        await page.Locator("tbody th a").First.PressAsync("Enter");
        await Expect(page.GetByText("Closed. That you open it goes on record before you see it.")).ToBeVisibleAsync();
        Assert.DoesNotContain(Words, await page.ContentAsync(), StringComparison.Ordinal);
        await page.JudgeAsync("emergency");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open" }).PressAsync("Enter");
        await Expect(page.Locator("main")).ToContainTextAsync(Words);
        await page.GetByLabel("Yes: it was an emergency").PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it on record" }).PressAsync("Enter");

        await Expect(page.Locator("dl")).ToContainTextAsync("It was right, says");
    }

    public void Dispose() => own.Dispose();

    /// <summary>The id of the front door's.</summary>
    private static async Task<string> DeliveryAsync(IPage page)
    {
        await page.GotoAsync("/messages");
        await page.ReloadUntilAsync("concern.raised");
        await page.OpenFirstCaseAsync();
        await page.ReloadUntilAsync("handed over");
        return (await page.Locator("tr", new() { HasText = "children-services-front-door" }).First.Locator("a").GetAttributeAsync("href"))![3..];
    }

    /// <summary>As a duty officer does.</summary>
    private async Task StartAsync(ConsoleServer server, string delivery)
    {
        using var asks = Process.Start(new ProcessStartInfo("dotnet", [
            ProjectRoot.Program, "emergency", "start", delivery, "--reason", "child-missing", "--text-file", "-", "--by", "duty officer", "--data", own.Data,
            "--port", server.Status!.Port.ToString(CultureInfo.InvariantCulture)])
        { RedirectStandardInput = true })!;
        await asks.StandardInput.WriteAsync(Words);
        asks.StandardInput.Close();
        await asks.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, asks.ExitCode);
    }
}
