using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare provision</c> was asked.</summary>
/// <param name="Config">The configuration file; null: the sample.</param>
/// <param name="Plan">Whether only to say what would be done.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record ProvisionOptions(string? Config, bool Plan, bool Json);

/// <summary><c>infoshare provision</c>: the broker holds what the directory asks for, and nothing else.</summary>
public static class ProvisionCommand
{
    public static Command Create(Func<ProvisionOptions, CancellationToken, Task<int>> handler)
    {
        var config = StandardOptions.Config();
        var plan = new Option<bool>("--plan") { Description = "Only say what would be made, changed and removed." };
        var json = StandardOptions.Json();
        var command = new Command("provision", "Make the broker's users, permissions, exchanges, queues and limits those of the directory; remove what is gone.") { plan, config, json };
        command.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetValue(config), parsed.GetValue(plan), parsed.GetValue(json)), cancellationToken));
        return command;
    }
}
