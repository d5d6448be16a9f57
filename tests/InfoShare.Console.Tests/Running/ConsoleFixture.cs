using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace InfoShare.Console.Tests.Running;

/// <summary>One demo and one browser for all tests. Each test gets a browser context of its own; whoever signs in does so once.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly ConcurrentDictionary<string, Task<string>> signedIn = new();
    private readonly List<(object? Test, IBrowserContext Context)> open = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("infoshare-console-");
    private ConsoleServer? server;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where the console is.</summary>
    public Uri Address => server!.Address;

    /// <summary>Of every account of the demo.</summary>
    internal string Password => server!.Password!;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
            return;
        server = await ConsoleServer.StartAsync(Path.Combine(folder.FullName, "data"), "demo", "--serve");
        playwright = await Playwright.CreateAsync();
        // Without the sandbox only where root would have to be kept out of it, and the page is our own.
        Assertions.SetDefaultExpectTimeout(30_000); // machines here are busy
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Environment.UserName == "root" ? ["--no-sandbox"] : [] });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (server is not null)
            await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>A page of somebody who is signed in; null: of nobody.</summary>
    public async Task<IPage> PageOfAsync(string? account, int width = 1280, bool script = true)
    {
        Assert.SkipWhen(browser is null, $"there is no {Chromium}; apt-get install chromium");
        return await PageOfAsync(Address, account is null ? null : await signedIn.GetOrAdd(account, SignInAsync), width, script);
    }

    /// <summary>A page of nobody yet, at another server.</summary>
    internal Task<IPage> PageAtAsync(ConsoleServer other)
    {
        Assert.SkipWhen(browser is null, $"there is no {Chromium}; apt-get install chromium");
        return PageOfAsync(other.Address, null, 1280, script: true);
    }

    private async Task<IPage> PageOfAsync(Uri address, string? state, int width, bool script)
    {
        await CloseOthersAsync();
        var context = await ContextAsync(address, state, width, script);
        open.Add((TestContext.Current.Test, context));
        return await context.NewPageAsync();
    }

    /// <summary>What earlier tests left open: tests of a collection run one after another.</summary>
    private async Task CloseOthersAsync()
    {
        foreach (var one in open.Where(one => one.Test != TestContext.Current.Test).ToList())
        {
            open.Remove(one);
            await one.Context.CloseAsync();
        }
    }

    /// <summary>What the browser keeps of somebody who is signed in.</summary>
    private async Task<string> SignInAsync(string account)
    {
        var context = await ContextAsync(Address, null, 1280, script: true);
        await (await context.NewPageAsync()).SignInAsync(account, Password);
        var state = await context.StorageStateAsync();
        await context.CloseAsync();
        return state;
    }

    private Task<IBrowserContext> ContextAsync(Uri address, string? state, int width, bool script) => browser!.NewContextAsync(new()
    {
        BaseURL = address.ToString(),
        StorageState = state,
        ViewportSize = new() { Width = width, Height = 900 },
        ReducedMotion = ReducedMotion.Reduce,
        JavaScriptEnabled = script,
        Locale = "en-GB",
    });
}
