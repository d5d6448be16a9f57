using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace InfoShare.Console.Tests;

/// <summary>A page that is looked at, as somebody who may; the name is that of its picture.</summary>
/// <param name="Empty">The demo has nothing for it: another test makes its picture.</param>
internal sealed record Looked(string Name, string Account, string Address, bool Empty = false)
{
    public string Picture => Empty ? "" : Name;

    public static IReadOnlyList<Looked> All { get; } =
    [
        new("home", "operator", "/"),
        new("flow", "operator", "/flow?within=month"),
        new("messages", "operator", "/messages"),
        new("failures", "operator", "/failures", Empty: true),
        new("held", "operator", "/held"),
        new("quarantine", "operator", "/quarantine"),
        new("responses", "governance lead", "/responses"),
        new("responses-of-a-school", "school lead", "/responses?show=latest"),
        new("escalations", "governance lead", "/escalations?show=all"),
        new("plans", "governance lead", "/plans?show=all"),
        new("transfers", "governance lead", "/transfers"),
        new("lost", "auditor", "/lost"),
        new("moves", "auditor", "/moves"),
        new("incidents", "governance lead", "/incidents?show=all"),
        new("chronology", "school lead", "/chronology"),
        new("identity", "identity reviewer", "/identity"),
        new("emergencies", "governance lead", "/emergencies", Empty: true),
        new("board", "board analyst", "/board?from=2020-01-01&until=2099-12-31"),
        new("permissions", "auditor", "/permissions"),
        new("account", "auditor", "/account"),
        new("accounts", "admin", "/accounts"),
        new("participants", "admin", "/participants"),
        new("participant", "operator", "/participants/police-cumberland"),
        new("broker", "auditor", "/broker", Empty: true),
        new("alerts", "admin", "/alerts"),
        new("policy", "governance lead", "/policy"),
        new("policy-scenarios", "auditor", "/policy/scenarios"),
        new("policy-replay", "governance lead", "/policy/replay"),
        new("policy-shadow", "governance lead", "/policy/shadow"),
        new("policy-changes", "governance lead", "/policy/changes"),
        new("approvals", "operator", "/approvals", Empty: true),
        new("audit", "auditor", "/audit?kind=console-viewed"),
        new("inbox", "school inbox", "/inbox"),
        new("inbox-concern", "school inbox", "/inbox/concern"),
        new("inbox-sent", "school inbox", "/inbox/sent", Empty: true),
    ];

    public static TheoryData<string> Names { get; } = [.. All.Select(one => one.Name)];

    public static Looked Of(string name) => All.Single(one => one.Name == name);
}

/// <summary>Ways through the pages that several tests take.</summary>
internal static partial class Ways
{
    public static async Task SignInAsync(this IPage page, string name, string password)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>The first case in the list of messages that the filter leaves.</summary>
    public static async Task OpenFirstCaseAsync(this IPage page, string filter = "")
    {
        await page.GotoAsync("/messages" + filter);
        await page.Locator("tbody th a").First.ClickAsync();
        await page.WaitForURLAsync(Case());
    }

    /// <summary>Goes on with the Tab key until the focus is there.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        for (var pressed = 0; pressed < 100; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector)", selector))
                return;
        }

        Assert.Fail($"the Tab key does not lead to {selector}");
    }

    /// <summary>Loads the page again until it says so: what was sent goes on by itself.</summary>
    /// <param name="within">Which part of it; null: the main one.</param>
    public static async Task ReloadUntilAsync(this IPage page, string text, ILocator? within = null)
    {
        within ??= page.Locator("main");
        for (var tried = 0; tried < 40 && !(await within.InnerTextAsync()).Contains(text, StringComparison.OrdinalIgnoreCase); tried++)
        {
            await page.WaitForTimeoutAsync(500);
            await page.ReloadAsync();
        }

        await Assertions.Expect(within).ToContainTextAsync(text, new() { IgnoreCase = true });
    }

    [GeneratedRegex("/messages/[^/]+/.+")]
    private static partial Regex Case();
}
