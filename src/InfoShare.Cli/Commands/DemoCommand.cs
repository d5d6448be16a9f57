using System.CommandLine;
using InfoShare.Cli.Configuration;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare demo</c> was asked.</summary>
/// <param name="Data">The data folder; null: a fresh temporary one.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
/// <param name="Transport">What carries messages.</param>
/// <param name="Database">What keeps the records.</param>
/// <param name="Serve">Goes on running then, with the operators' console and accounts for it.</param>
/// <param name="ConsolePort">The console's port; null: the usual one.</param>
public sealed record DemoOptions(string? Data, bool Json, Transport? Transport, Database? Database, bool Serve = false, int? ConsolePort = null);

/// <summary><c>infoshare demo</c>: the samples, sent through.</summary>
public static class DemoCommand
{
    public static Command Create(Func<DemoOptions, CancellationToken, Task<int>> handler)
    {
        var data = StandardOptions.Data("Where everything is kept; default: a fresh temporary folder.");
        var json = StandardOptions.Json();
        var transport = StandardOptions.Transport();
        var database = StandardOptions.Database();
        var serve = new Option<bool>("--serve") { Description = "Then go on running, with the operators' console and accounts for it, until Ctrl+C." };
        var consolePort = StandardOptions.Port("With --serve: the console's port; 0 takes a free one; default 5081.", "--console-port");
        var command = new Command("demo", "Send the sample messages through, and show who received what, what was withheld and why.") { data, json, transport, database, serve, consolePort };
        command.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetValue(data), parsed.GetValue(json), parsed.GetValue(transport), parsed.GetValue(database), parsed.GetValue(serve), parsed.GetValue(consolePort)), cancellationToken));
        return command;
    }
}
