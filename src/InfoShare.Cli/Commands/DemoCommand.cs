using System.CommandLine;
using InfoShare.Cli.Configuration;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare demo</c> was asked.</summary>
/// <param name="Data">The data folder; null: a fresh temporary one.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
/// <param name="Transport">What carries messages.</param>
/// <param name="Database">What keeps the records.</param>
public sealed record DemoOptions(string? Data, bool Json, Transport? Transport, Database? Database);

/// <summary><c>infoshare demo</c>: the samples, sent through.</summary>
public static class DemoCommand
{
    public static Command Create(Func<DemoOptions, CancellationToken, Task<int>> handler)
    {
        var data = StandardOptions.Data("Where everything is kept; default: a fresh temporary folder.");
        var json = StandardOptions.Json();
        var transport = StandardOptions.Transport();
        var database = StandardOptions.Database();
        var command = new Command("demo", "Send the sample messages through, and show who received what, what was withheld and why.") { data, json, transport, database };
        command.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetValue(data), parsed.GetValue(json), parsed.GetValue(transport), parsed.GetValue(database)), cancellationToken));
        return command;
    }
}
