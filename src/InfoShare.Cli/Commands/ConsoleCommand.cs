using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary><c>infoshare console</c>: the operators' console, as a process of its own.</summary>
public static class ConsoleCommand
{
    public static Command Create(Func<RunOptions, CancellationToken, Task<int>> handler)
    {
        var options = new HostOptions();
        var run = new Command("run", "Run the operators' console on the database of the routers.");
        options.AddForConsoleTo(run);
        run.SetAction((parsed, cancellationToken) => handler(options.Of(parsed), cancellationToken));
        return new Command("console", "The operators' console, as a process of its own.") { run };
    }
}
