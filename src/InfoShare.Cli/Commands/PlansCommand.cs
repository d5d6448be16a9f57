using System.CommandLine;
using InfoShare.Cli.Hosting;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare plans list</c> was asked.</summary>
/// <param name="All">Also those that are over.</param>
/// <param name="Most">How many at most.</param>
public sealed record PlansOptions(bool All, int Most, RecordsPlace Place);

/// <summary><c>infoshare plans</c>: the register of plans.</summary>
public static class PlansCommand
{
    public static Command Create(Func<PlansOptions, CancellationToken, Task<int>> list)
    {
        var all = new Option<bool>("--all") { Description = "Also those that are over." };
        var most = StandardOptions.Most();
        var (data, config, json) = (StandardOptions.Data("The data folder; default ./data."), StandardOptions.Config(), StandardOptions.Json());
        var command = new Command("list", "Open plans, children with several first: who manages them, since when, the last visit, what is due. Tokens and codes, nothing of the child.") { all, most, data, config, json };
        command.SetAction((parsed, cancellationToken) => list(
            new(parsed.GetValue(all), parsed.GetValue(most), new(parsed.GetValue(data), parsed.GetValue(config), parsed.GetValue(json))), cancellationToken));
        return new("plans", "The register of plans.") { command };
    }
}
