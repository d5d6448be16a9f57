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
public sealed class BulkRetryTests(ConsoleFixture console) : IDisposable
{
    private const int Failing = 12;
    private const string Chosen = "four-other-invented-words";
    private const string ServesTheFrontDoor = "    organisations: [la/E06000063]\n    defaultFrontDoor: la/E06000063\n    from: 2023-04-01\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("infoshare-retry-");

    [Fact]
    public async Task Failed_deliveries_go_again_first_one_then_the_rest_when_a_second_person_has_approved()
    {
        await using (var before = await StartAsync(served: false))
        {
            await MakeOperatorsAsync(before);
            foreach (var child in Enumerable.Range(0, Failing))
                await RaiseAsync(new Concern("education-cumberland", child, 1, Level: 3));
            var seen = await PageOfAsync(before, "first");
            await seen.GotoAsync("/failures");
            await seen.ReloadUntilAsync($"{Failing} failed deliveries in 1 group");
            await JudgeAsync(seen, "failures");
        }

        await using var mended = await StartAsync(served: true);
        var asks = await PageOfAsync(mended, "first");
        await BeginAsync(asks);
        await asks.ReloadUntilAsync("1handed over");
        await asks.GetByRole(AriaRole.Button, new() { Name = "Send the rest again" }).PressAsync("Enter");
        await Expect(asks.Locator("main")).ToContainTextAsync("The next stage waits for another person to approve it");
        await JudgeAsync(asks, "failures-retry");
        var retry = asks.Url;
        await asks.GotoAsync("/approvals");
        await Expect(asks.GetByText("You cannot: Somebody else must decide what you asked for")).ToBeVisibleAsync();

        var approves = await PageOfAsync(mended, "second");
        await approves.GotoAsync("/approvals");
        await JudgeAsync(approves, "approvals");
        await approves.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve") }).PressAsync("Enter");
        await asks.GotoAsync(retry);
        await asks.ReloadUntilAsync($"{Failing}handed over");

        await asks.GotoAsync("/failures");
        await Expect(asks.GetByText("Nothing has failed.")).ToBeVisibleAsync();
        var arrived = Directory.GetFiles(Agency("social-care-cumberland", "out")).Select(file => Concern.In(File.ReadAllText(file))).OfType<Concern>();
        Assert.Equal(Enumerable.Range(0, Failing), arrived.Select(concern => concern.Child).Order());
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>What would go is looked at, and the first one goes.</summary>
    private static async Task BeginAsync(IPage page)
    {
        await page.GotoAsync("/failures");
        await page.GetByRole(AriaRole.Link, new() { Name = "No participant serves the organisation" }).PressAsync("Enter");
        await page.GetByLabel("Add a note").FillAsync("The directory has the front door again.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the note" }).PressAsync("Enter");
        await Expect(page.Locator(".govuk-inset-text")).ToContainTextAsync("The directory has the front door again.");
        await JudgeAsync(page, "failures-group");
        var group = page.Url;
        await page.Locator("tbody th a").First.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Give it up" })).ToBeVisibleAsync();
        await JudgeAsync(page, "failures-delivery");

        await page.GotoAsync(group);
        await page.GetByRole(AriaRole.Button, new() { Name = "See what would be sent again" }).PressAsync("Enter");
        await Expect(page.Locator("dl")).ToContainTextAsync($"{Failing} deliveries");
        await JudgeAsync(page, "failures-again");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the first one again" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sent again");
    }

    private static async Task JudgeAsync(IPage page, string name)
    {
        foreach (var width in (int[])[375, 1280])
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.JudgeAsync(name, width);
        }
    }

    /// <summary>By the administrator, who comes in by the password that the first start printed, and chooses another.</summary>
    private async Task MakeOperatorsAsync(ConsoleServer server)
    {
        var page = await console.PageAtAsync(server);
        await page.SignInAsync("administrator", server.Password!);
        await ChooseAsync(page, server.Password!);
        foreach (var name in (string[])["first", "second"])
        {
            await page.GotoAsync("/accounts");
            await page.GetByLabel("Name of the person or post").FillAsync(name);
            await page.GetByLabel("Operator", new() { Exact = true }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
            var given = await page.Locator(".govuk-panel .console-id").InnerTextAsync();
            var own = await console.PageAtAsync(server);
            await own.SignInAsync(name, given);
            await ChooseAsync(own, given);
        }
    }

    private static async Task ChooseAsync(IPage page, string old)
    {
        await page.GetByLabel("Present password").FillAsync(old);
        await page.GetByLabel("New password").FillAsync(Chosen);
        await page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
        await Expect(page.GetByText("Your password was made by somebody else")).ToHaveCountAsync(0);
    }

    private async Task<IPage> PageOfAsync(ConsoleServer server, string name)
    {
        var page = await console.PageAtAsync(server);
        await page.SignInAsync(name, Chosen);
        return page;
    }

    private async Task<ConsoleServer> StartAsync(bool served)
    {
        var directory = Path.Combine(folder.FullName, "directory.yaml");
        var sample = File.ReadAllText(ProjectRoot.Path("src/InfoShare.Directory/Sample/directory.yaml"));
        Assert.Contains(ServesTheFrontDoor, sample, StringComparison.Ordinal);
        await File.WriteAllTextAsync(directory, served ? sample : sample.Replace(ServesTheFrontDoor, ServesTheFrontDoor + "    to: 2026-01-01\n", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var settings = Path.Combine(folder.FullName, "infoshare.yaml");
        await File.WriteAllTextAsync(settings, $"directory: {directory}\n", TestContext.Current.CancellationToken);
        return await ConsoleServer.StartAsync(Path.Combine(folder.FullName, "data"), "run", "--port", "0", "--config", settings);
    }

    /// <summary>Moved in whole, as an agency's system should.</summary>
    private async Task RaiseAsync(Concern concern)
    {
        var aside = Path.Combine(folder.FullName, concern.FileName);
        await File.WriteAllBytesAsync(aside, concern.ToJson(), TestContext.Current.CancellationToken);
        File.Move(aside, Agency(concern.Sender, "in", concern.FileName));
    }

    private string Agency(params string[] parts) => Path.Combine([folder.FullName, "data", "agencies", .. parts]);
}
