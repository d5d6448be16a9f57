using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary><c>infoshare run</c>: everything in one process.</summary>
public static class RunCommand
{
    public static Command Create(Func<RunOptions, CancellationToken, Task<int>> handler)
    {
        var data = StandardOptions.Data("Where everything is kept; default ./data. Its keys are kept apart, in DIR.keys.");
        var port = new Option<int?>("--port")
        {
            HelpName = "N",
            Description = "Port of the status page and of HTTP pick-up, on 127.0.0.1; 0 takes a free one; default 5080.",
        };
        port.Validators.Add(result =>
        {
            // A port that is no number is refused by the parser itself.
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var number) && number is < 0 or > 65535)
                result.AddError("--port must be between 0 and 65535");
        });
        var transport = StandardOptions.Only("--transport", "in-memory", "What carries messages: in-memory, the only one in this release.");
        var database = StandardOptions.Only("--database", "sqlite", "What keeps the records: sqlite, the only one in this release.");
        var config = new Option<string?>("--config")
        {
            HelpName = "FILE",
            Description = "Settings; default: the sample. What is said on the command line overrides it.",
        };

        var command = new Command("run", "Run everything in one process: eight sample participants, routing and a status page.")
        {
            data, port, transport, database, config,
        };
        command.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetValue(data), parsed.GetValue(port), parsed.GetValue(config)), cancellationToken));
        return command;
    }
}
