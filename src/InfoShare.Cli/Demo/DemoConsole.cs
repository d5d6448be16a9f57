using InfoShare.Cli.Configuration;
using InfoShare.Cli.Consoles;
using InfoShare.Cli.Hosting;
using InfoShare.Console.Security;
using InfoShare.Contracts.Codes;

namespace InfoShare.Cli.Demo;

/// <summary>The console on what the demo left, with an account for each role. Their one password is known to all, and every page says so.</summary>
internal static class DemoConsole
{
    private const string Password = "four-invented-words";
    private const string School = "urn/999998";
    private const string FrontDoor = "la/E06000063";

    private static readonly AccountWish[] Accounts =
    [
        new("operator", ["operator"]), new("second operator", ["operator"]), new("identity reviewer", ["identity-reviewer"]),
        new("governance lead", ["governance-lead"]), new("second governance lead", ["governance-lead"]), new("auditor", ["auditor"]),
        new("board analyst", ["board-analyst"]), new("admin", ["administrator"]), new("school lead", ["safeguarding-lead"], School),
        new("front door lead", ["safeguarding-lead"], FrontDoor), new("school inbox", ["inbox"], School, Roles.DesignatedSafeguardingLead),
        new("front door inbox", ["inbox"], FrontDoor, Roles.FrontDoor),
    ];

    /// <summary>Until it is stopped.</summary>
    public static async Task ServeAsync(Settings settings, RunningHost host, ILoggerProvider log, TextWriter output, CancellationToken stop)
    {
        await using var console = ConsoleOpening.Build(settings, host, log)!;
        await HostRun.ListenAsync(console, $"port {settings.Console.Port} is in use; choose another with --console-port", stop);
        await console.Services.GetRequiredService<AccountDesk>().MakeForDemoAsync(Accounts, Password);
        await output.WriteLineAsync($"""
            The operators' console: {console.Urls.First()}/
            Sign in as {string.Join(", ", Accounts.Select(account => account.Name))}; the password is {Password}
            Stop it with Ctrl+C.
            """);
        await output.FlushAsync(stop);
        await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await console.StopAsync(CancellationToken.None);
    }
}
