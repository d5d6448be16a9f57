using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>Where the store and its keys are, and where a router answers.</summary>
/// <param name="Data">The data folder; null: <c>./data</c>.</param>
/// <param name="Config">The settings; null: those of the sample.</param>
/// <param name="Port">Of the router that is asked, on 127.0.0.1; null: as the settings say.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record DeskPlace(string? Data, string? Config, int? Port, bool Json);

/// <summary>The options of commands that ask a router.</summary>
internal sealed class DeskOptions(bool asksRouter = true)
{
    private readonly Option<string?> data = StandardOptions.Data("The data folder; default ./data.");
    private readonly Option<string?> config = StandardOptions.Config();
    private readonly Option<int?> port = StandardOptions.Port("Port of the router that is asked, on 127.0.0.1; default 5080.");
    private readonly Option<bool> json = StandardOptions.Json();

    public Command AddTo(Command command)
    {
        command.Add(data);
        command.Add(config);
        if (asksRouter)
            command.Add(port);
        command.Add(json);
        return command;
    }

    public DeskPlace Of(ParseResult parsed) => new(parsed.GetValue(data), parsed.GetValue(config), asksRouter ? parsed.GetValue(port) : null, parsed.GetValue(json));

    /// <summary>Who says it.</summary>
    public static Option<string> By() => new("--by") { HelpName = "WHO", Description = "The post or operator who says so. It is kept sealed; the audit has a hash.", Required = true };

    /// <summary>One of some words.</summary>
    public static Option<string> Word(string name, string helpName, string what, IEnumerable<string> words)
    {
        var option = new Option<string>(name) { HelpName = helpName, Description = $"{what}: {string.Join(", ", words)}.", Required = true };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var said }] && !words.Contains(said))
                result.AddError($"{name} must be one of {string.Join(", ", words)}");
        });
        return option;
    }
}
