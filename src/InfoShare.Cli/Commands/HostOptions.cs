using System.CommandLine;
using InfoShare.Cli.Configuration;

namespace InfoShare.Cli.Commands;

/// <summary>The options of every command that runs parts of InfoShare.</summary>
internal sealed class HostOptions
{
    private readonly Option<string?> data = StandardOptions.Data("Where everything is kept; default ./data. Its keys are kept apart, in DIR.keys.");
    private readonly Option<int?> port = StandardOptions.Port("Port of the status page and of HTTP pick-up, on 127.0.0.1; 0 takes a free one; default 5080.");
    private readonly Option<DateOnly?> asOf = StandardOptions.Day(
        "--as-of", "The day, yyyy-MM-dd, that counts as today when it is asked which referrals are recent; for tests and old files; default today.");
    private readonly Option<Transport?> transport = StandardOptions.Transport();
    private readonly Option<Database?> database = StandardOptions.Database();
    private readonly Option<string?> config = StandardOptions.Config();

    private readonly Option<int?> consolePort = StandardOptions.Port("Port of the operators' console; 0 takes a free one; default 5081, or a free one where --port is given.", "--console-port");

    /// <summary>Adds them to a command, which has a console.</summary>
    public void AddWithConsoleTo(Command command)
    {
        AddTo(command);
        command.Add(consolePort);
    }

    /// <summary>Adds those that the console alone needs.</summary>
    public void AddForConsoleTo(Command command)
    {
        foreach (var option in (Option[])[data, consolePort, transport, database, config])
            command.Add(option);
    }

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[data, port, transport, database, config, asOf])
            command.Add(option);
    }

    public RunOptions Of(ParseResult parsed) => new()
    {
        Data = parsed.GetValue(data),
        Port = parsed.GetResult(port) is null ? null : parsed.GetValue(port),
        ConsolePort = parsed.GetResult(consolePort) is null ? null : parsed.GetValue(consolePort),
        Config = parsed.GetValue(config),
        AsOf = parsed.GetResult(asOf) is null ? null : parsed.GetValue(asOf),
        Transport = parsed.GetValue(transport),
        Database = parsed.GetValue(database),
    };
}
