using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary><c>infoshare health</c>: what a running process says of itself, for supervisors and containers.</summary>
public static class HealthCommand
{
    /// <param name="handler">Gets the port.</param>
    public static Command Create(Func<int, CancellationToken, Task<int>> handler)
    {
        var port = StandardOptions.Port("Port of the process that is asked, on 127.0.0.1; default 5080.");
        var command = new Command("health", "Ask a running process whether it is ready; exit 0 if it is.") { port };
        command.SetAction((parsed, cancellationToken) => handler(parsed.GetValue(port) ?? new Configuration.Settings().Port, cancellationToken));
        return command;
    }
}
