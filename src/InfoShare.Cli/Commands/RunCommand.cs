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
        port.CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, out var number) && number is >= 0 and <= 65535)
                return number;
            result.AddError("--port must be a number between 0 and 65535");
            return null;
        };
        var asOf = new Option<DateOnly?>("--as-of")
        {
            HelpName = "DATE",
            Description = "The day, yyyy-MM-dd, that counts as today when it is asked which referrals are recent; for tests and old files; default today.",
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", out var day))
                    return day;
                result.AddError("--as-of must be a day that exists, written yyyy-MM-dd");
                return null;
            },
        };
        var transport = StandardOptions.Only("--transport", "in-memory", "What carries messages: in-memory, the only one in this release.");
        var database = StandardOptions.Only("--database", "sqlite", "What keeps the records: sqlite, the only one in this release.");
        var config = new Option<string?>("--config")
        {
            HelpName = "FILE",
            Description = "Settings; default: the sample. What is said on the command line overrides it.",
        };

        var command = new Command("run", "Run everything in one process: eight sample participants, routing and a status page.")
        {
            data, port, transport, database, config, asOf,
        };
        command.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetValue(data), parsed.GetValue(port), parsed.GetValue(config), parsed.GetValue(asOf)), cancellationToken));
        return command;
    }
}
