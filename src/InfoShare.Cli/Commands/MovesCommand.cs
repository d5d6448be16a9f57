using System.CommandLine;
using InfoShare.Cli.Hosting;

namespace InfoShare.Cli.Commands;

/// <summary>What a list of moves, of lost children or of transfers was asked for.</summary>
/// <param name="Most">How many at most.</param>
public sealed record MovesOptions(int Most, RecordsPlace Place);

/// <summary><c>infoshare moves</c>: who has moved, who is lost, and whose a child is meanwhile. Ids and codes, nothing of the child.</summary>
public static class MovesCommand
{
    public static Command Create(
        Func<MovesOptions, CancellationToken, Task<int>> list, Func<MovesOptions, CancellationToken, Task<int>> lost,
        Func<MovesOptions, CancellationToken, Task<int>> transfers) =>
        new("moves", "Who has moved, who is lost, and whose a child is meanwhile.")
        {
            Listing("list", "Moves with all that has told of them, the latest first. A restricted destination is not shown.", list),
            Listing("lost", "Children whose destination is unknown, and who has met them again, the longest gone first.", lost),
            Listing("transfers", "Requests to take a child over that are not done, and cases that were closed as transferred though nobody has accepted them.", transfers),
        };

    private static Command Listing(string name, string description, Func<MovesOptions, CancellationToken, Task<int>> handler)
    {
        var most = StandardOptions.Most();
        var (data, config, json) = (StandardOptions.Data("The data folder; default ./data."), StandardOptions.Config(), StandardOptions.Json());
        var command = new Command(name, description) { most, data, config, json };
        command.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetValue(most), new(parsed.GetValue(data), parsed.GetValue(config), parsed.GetValue(json))), cancellationToken));
        return command;
    }
}
