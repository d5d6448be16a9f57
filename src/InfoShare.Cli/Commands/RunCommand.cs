using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary><c>infoshare run</c>: everything in one process.</summary>
public static class RunCommand
{
    public static Command Create(Func<RunOptions, CancellationToken, Task<int>> handler)
    {
        var options = new HostOptions();
        var command = new Command("run", "Run everything in one process: eight sample participants, routing, a status page and the operators' console.");
        options.AddWithConsoleTo(command);
        command.SetAction((parsed, cancellationToken) => handler(options.Of(parsed), cancellationToken));
        return command;
    }
}
