using InfoShare.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InfoShare.Console.Tests.Running;

/// <summary>A folder in which <c>infoshare run</c> begins with nothing, and may be started again on what it left.</summary>
public sealed class OwnServer(ConsoleFixture console) : IDisposable
{
    private const string Chosen = "four-other-invented-words";
    private const string ServesTheFrontDoor = "    organisations: [la/E06000063]\n    defaultFrontDoor: la/E06000063\n    from: 2023-04-01\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("infoshare-own-");

    internal string Data => Path.Combine(folder.FullName, "data");

    public void Dispose() => folder.Delete(recursive: true);

    /// <param name="served">Whether a participant serves the front door of Cumberland.</param>
    internal async Task<ConsoleServer> StartAsync(bool served)
    {
        var directory = Path.Combine(folder.FullName, "directory.yaml");
        var sample = File.ReadAllText(ProjectRoot.Path("src/InfoShare.Directory/Sample/directory.yaml"));
        Assert.Contains(ServesTheFrontDoor, sample, StringComparison.Ordinal);
        await File.WriteAllTextAsync(directory, served ? sample : sample.Replace(ServesTheFrontDoor, ServesTheFrontDoor + "    to: 2026-01-01\n", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var settings = Path.Combine(folder.FullName, "infoshare.yaml");
        await File.WriteAllTextAsync(settings, $"directory: {directory}\n", TestContext.Current.CancellationToken);
        return await ConsoleServer.StartAsync(Data, "run", "--port", "0", "--config", settings);
    }

    /// <summary>By the administrator, who comes in by the password that the first start printed, and chooses another, as everybody must.</summary>
    internal async Task MakeAccountsAsync(ConsoleServer server, params (string Name, string Role)[] wishes)
    {
        var page = await console.PageAtAsync(server);
        await page.SignInAsync("administrator", server.Password!);
        await ChooseAsync(page, server.Password!);
        foreach (var (name, role) in wishes)
        {
            await page.GotoAsync("/accounts");
            await page.GetByLabel("Name of the person or post").FillAsync(name);
            await page.GetByLabel(role, new() { Exact = true }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
            var given = await page.Locator(".govuk-panel .console-id").InnerTextAsync();
            var theirs = await console.PageAtAsync(server);
            await theirs.SignInAsync(name, given);
            await ChooseAsync(theirs, given);
        }
    }

    /// <summary>Of somebody whose account was made.</summary>
    internal async Task<IPage> PageOfAsync(ConsoleServer server, string name)
    {
        var page = await console.PageAtAsync(server);
        await page.SignInAsync(name, Chosen);
        return page;
    }

    /// <summary>Moved in whole, as an agency's system should.</summary>
    internal async Task RaiseAsync(Concern concern)
    {
        var aside = Path.Combine(folder.FullName, concern.FileName);
        await File.WriteAllBytesAsync(aside, concern.ToJson(), TestContext.Current.CancellationToken);
        File.Move(aside, Path.Combine(Data, "agencies", concern.Sender, "in", concern.FileName));
    }

    /// <summary>The concerns that the agency's system has been given.</summary>
    internal IEnumerable<Concern> Arrived(string participant) =>
        Directory.GetFiles(Path.Combine(Data, "agencies", participant, "out")).Select(file => Concern.In(File.ReadAllText(file))).OfType<Concern>();

    private static async Task ChooseAsync(IPage page, string old)
    {
        await page.GetByLabel("Present password").FillAsync(old);
        await page.GetByLabel("New password").FillAsync(Chosen);
        await page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
        await Expect(page.GetByText("Your password was made by somebody else")).ToHaveCountAsync(0);
    }
}
