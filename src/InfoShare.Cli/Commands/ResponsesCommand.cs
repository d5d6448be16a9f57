using System.CommandLine;
using InfoShare.Cli.Hosting;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare responses list</c> was asked.</summary>
/// <param name="Sender">Only concerns of this participant; null: of all.</param>
/// <param name="Late">Only concerns of which an answer is late.</param>
/// <param name="Most">How many concerns at most.</param>
public sealed record ResponsesOptions(string? Sender, bool Late, int Most, RecordsPlace Place);

/// <summary><c>infoshare responses</c>: who was told, who has answered, who is late.</summary>
public static class ResponsesCommand
{
    public static Command Create(Func<ResponsesOptions, CancellationToken, Task<int>> list)
    {
        var sender = new Option<string?>("--sender") { HelpName = "PARTICIPANT", Description = "Only concerns of this participant." };
        var late = new Option<bool>("--late") { Description = "Only concerns of which an answer is late." };
        var most = StandardOptions.Most("How many concerns");
        var (data, config, json) = (StandardOptions.Data("The data folder; default ./data."), StandardOptions.Config(), StandardOptions.Json());
        var command = new Command("list", "For each concern: who was told, who has answered, what is owed by when, and what is late. Ids and codes, nothing of the child.") { sender, late, most, data, config, json };
        command.SetAction((parsed, cancellationToken) => list(
            new(parsed.GetValue(sender), parsed.GetValue(late), parsed.GetValue(most), new(parsed.GetValue(data), parsed.GetValue(config), parsed.GetValue(json))), cancellationToken));
        return new("responses", "Who was told of a concern, who has answered, who is late.") { command };
    }
}
