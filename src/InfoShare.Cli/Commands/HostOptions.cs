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

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[data, port, transport, database, config, asOf])
            command.Add(option);
    }

    public RunOptions Of(ParseResult parsed) => new()
    {
        Data = parsed.GetValue(data),
        Port = parsed.GetValue(port),
        Config = parsed.GetValue(config),
        AsOf = parsed.GetValue(asOf),
        Transport = parsed.GetValue(transport),
        Database = parsed.GetValue(database),
    };
}
