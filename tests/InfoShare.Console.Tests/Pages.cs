using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace InfoShare.Console.Tests;

/// <summary>The pages that are looked at, each as somebody who may; the name is that of its screenshot.</summary>
internal sealed record Looked(string Name, string Account, string Address)
{
    public static IReadOnlyList<Looked> All { get; } =
    [
        new("home", "operator", "/"),
        new("flow", "operator", "/flow?within=month"),
        new("messages", "operator", "/messages"),
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
        new("emergencies", "governance lead", "/emergencies"),
        new("board", "board analyst", "/board?from=2020-01-01&until=2099-12-31"),
        new("permissions", "auditor", "/permissions"),
        new("account", "auditor", "/account"),
        new("accounts", "admin", "/accounts"),
        new("approvals", "operator", "/approvals"),
        new("audit", "auditor", "/audit?kind=console-viewed"),
    ];

    public static TheoryData<string> Names { get; } = [.. All.Select(one => one.Name)];

    public static Looked Of(string name) => All.Single(one => one.Name == name);
}

/// <summary>Ways through the pages that several tests take.</summary>
internal static partial class Ways
{
    /// <summary>The first case in the list of messages that the filter leaves.</summary>
    public static async Task OpenFirstCaseAsync(this IPage page, string filter = "")
    {
        await page.GotoAsync("/messages" + filter);
        await page.Locator("tbody th a").First.ClickAsync();
        await page.WaitForURLAsync(Case());
    }

    [GeneratedRegex("/messages/[^/]+/.+")]
    private static partial Regex Case();
}
