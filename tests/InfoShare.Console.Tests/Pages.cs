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
        new("permissions", "auditor", "/permissions"),
        new("account", "auditor", "/account"),
        new("accounts", "admin", "/accounts"),
        new("policy", "governance lead", "/policy"),
        new("policy-scenarios", "auditor", "/policy/scenarios"),
        new("policy-replay", "governance lead", "/policy/replay"),
        new("policy-shadow", "governance lead", "/policy/shadow"),
        new("policy-changes", "governance lead", "/policy/changes"),
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
