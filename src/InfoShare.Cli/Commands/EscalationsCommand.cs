using System.CommandLine;
using InfoShare.Cli.Hosting;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare escalations list</c> was asked.</summary>
/// <param name="All">Also those that are closed.</param>
/// <param name="Most">How many at most.</param>
public sealed record EscalationsOptions(bool All, int Most, RecordsPlace Place);

/// <summary><c>infoshare escalations</c>: decisions that somebody challenges.</summary>
public static class EscalationsCommand
{
    public static Command Create(Func<EscalationsOptions, CancellationToken, Task<int>> list)
    {
        var all = new Option<bool>("--all") { Description = "Also those that are closed." };
        var most = StandardOptions.Most();
        var (data, config, json) = (StandardOptions.Data("The data folder; default ./data."), StandardOptions.Config(), StandardOptions.Json());
        var command = new Command("list", "Challenges that are not closed, the oldest first: against whom, in which stage, until when. Ids and codes, nothing of the child.") { all, most, data, config, json };
        command.SetAction((parsed, cancellationToken) => list(
            new(parsed.GetValue(all), parsed.GetValue(most), new(parsed.GetValue(data), parsed.GetValue(config), parsed.GetValue(json))), cancellationToken));
        return new("escalations", "Decisions that somebody challenges.") { command };
    }
}
