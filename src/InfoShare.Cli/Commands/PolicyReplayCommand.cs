using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare policy replay</c> was asked.</summary>
/// <param name="Since">The first instant; null: from the beginning.</param>
/// <param name="Set">The candidate by name, of the folder or of the settings; null: none.</param>
/// <param name="Policies">The folder of the candidates; null: none.</param>
/// <param name="Data">The data folder; null: <c>./data</c>.</param>
/// <param name="Config">The settings; null: those of the sample.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record PolicyReplayOptions(DateTimeOffset? Since, string? Set, string? Policies, string? Data, string? Config, bool Json);

/// <summary><c>infoshare policy replay</c>: decide again what was decided.</summary>
public static class PolicyReplayCommand
{
    public static Command Create(Func<PolicyReplayOptions, CancellationToken, Task<int>> handler)
    {
        var since = StandardOptions.Instant("--since", "From this day or time on, such as 2026-11-20 or 2026-11-20T09:00:00Z; UTC where nothing else is said; default: from the first.");
        var set = new Option<string?>("--set") { HelpName = "NAME", Description = "Decide with this set of sets.json, also one that is not in force." };
        var policies = new Option<string?>("--policies") { HelpName = "DIR", Description = "Decide with the sets of this folder, each decision with the one that would have been in force." };
        var data = StandardOptions.Data("The data folder; default ./data.");
        var config = StandardOptions.Config();
        var json = StandardOptions.Json();
        var replay = new Command("replay", "Decide every recorded decision again; exit 1 unless all come out as recorded. With --set or --policies: say what that would change, by role and part.")
        {
            since, set, policies, data, config, json,
        };
        replay.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetValue(since), parsed.GetValue(set), parsed.GetValue(policies), parsed.GetValue(data), parsed.GetValue(config), parsed.GetValue(json)),
            cancellationToken));
        return replay;
    }
}
