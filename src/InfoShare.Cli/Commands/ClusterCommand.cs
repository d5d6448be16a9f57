using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare cluster</c> was asked.</summary>
/// <param name="Data">The data folder; null: <c>./cluster</c>.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record ClusterOptions(string? Data, bool Json);

/// <summary><c>infoshare cluster</c>: the production shape as processes of this machine.</summary>
public static class ClusterCommand
{
    public static Command Create(
        Func<ClusterOptions, CancellationToken, Task<int>> up, Func<ClusterOptions, CancellationToken, Task<int>> down,
        Func<ClusterOptions, CancellationToken, Task<int>> run) => new(
            "cluster", "The production shape on this machine: three RabbitMQ nodes with TLS, PostgreSQL, two routers, an adapter per participant.")
        {
            Make("up", "Start it in the background, and return when all of it is ready.", up),
            Make("down", "Stop it.", down),
            Make("run", "Run it in the foreground: start it, and start again whatever ends, until Ctrl+C.", run),
        };

    private static Command Make(string name, string description, Func<ClusterOptions, CancellationToken, Task<int>> handler)
    {
        var data = StandardOptions.Data("Where everything is kept; default ./cluster. Its keys are kept apart, in DIR.keys.");
        var json = StandardOptions.Json();
        var command = new Command(name, description) { data, json };
        command.SetAction((parsed, cancellationToken) => handler(new(parsed.GetValue(data), parsed.GetValue(json)), cancellationToken));
        return command;
    }
}
