using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>Tables of people that a command was asked about.</summary>
/// <param name="Left">The first, or only, table.</param>
/// <param name="Right">The second; null: the records of the first are linked with each other.</param>
/// <param name="Map">Which column says what.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record TablesAsked(string Left, string? Right, string Map, bool Json);

/// <summary>The options of commands about tables of people.</summary>
internal sealed class IndexTablesOptions
{
    private readonly Option<string> left = new("--left") { HelpName = "FILE", Description = "A table of people, CSV with a header.", Required = true };
    private readonly Option<string?> right = new("--right") { HelpName = "FILE", Description = "Another, linked with the first; default: the records of the first are linked with each other." };
    private readonly Option<string> map = new("--map")
    {
        HelpName = "FIELD=COLUMN,…",
        Description = "Which columns to compare: given, surname, dob, postcode, address, nhs, upn.",
        Required = true,
    };
    private readonly Option<bool> json = StandardOptions.Json();

    public Command AddTo(Command command)
    {
        command.Add(left);
        command.Add(right);
        command.Add(map);
        command.Add(json);
        return command;
    }

    public TablesAsked Of(ParseResult parsed) => new(parsed.GetRequiredValue(left), parsed.GetValue(right), parsed.GetRequiredValue(map), parsed.GetValue(json));
}
