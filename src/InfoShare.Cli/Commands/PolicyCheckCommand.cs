using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare policy check</c> was asked.</summary>
/// <param name="Folder">The policy folder; null: the policies of this release.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record PolicyCheckOptions(string? Folder, bool Json);

/// <summary><c>infoshare policy check</c>: what is wrong with a policy folder.</summary>
public static class PolicyCheckCommand
{
    public static Command Create(Func<PolicyCheckOptions, CancellationToken, Task<int>> handler)
    {
        var folder = new Argument<string?>("FOLDER") { Description = "The policy folder; default: the policies of this release.", Arity = ArgumentArity.ZeroOrOne };
        var json = StandardOptions.Json();
        var check = new Command("check", "Say, with file, line and column, what is wrong with a policy folder; exit 1 if it is refused.") { folder, json };
        check.SetAction((parsed, cancellationToken) => handler(new(parsed.GetValue(folder), parsed.GetValue(json)), cancellationToken));
        return check;
    }
}
