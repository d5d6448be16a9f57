using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare policy test</c> was asked.</summary>
/// <param name="Folder">The folder of scenarios; the sets are in the one above.</param>
/// <param name="Set">The set that decides what names no other; null: each scenario says.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record PolicyTestOptions(string Folder, string? Set, bool Json);

/// <summary><c>infoshare policy test FOLDER</c>: does a policy set decide the scenarios as they say?</summary>
public static class PolicyTestCommand
{
    public static Command Create(Func<PolicyTestOptions, CancellationToken, Task<int>> handler)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder of scenarios, such as policies/scenarios; the sets are those of the folder above it." };
        var set = new Option<string?>("--set") { HelpName = "NAME", Description = "Decide with this set of sets.json what names no other set, also with one that is not in force." };
        var json = StandardOptions.Json();
        var test = new Command("test", "Decide every scenario, tell those that come out otherwise than they say, and count; exit 1 if there is one.") { folder, set, json };
        test.SetAction((parsed, cancellationToken) => handler(new(parsed.GetRequiredValue(folder), parsed.GetValue(set), parsed.GetValue(json)), cancellationToken));
        return test;
    }
}
