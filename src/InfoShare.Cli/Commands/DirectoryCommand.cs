using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare directory check</c> was asked.</summary>
/// <param name="File">The directory file.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record DirectoryOptions(string File, bool Json);

/// <summary><c>infoshare directory check FILE</c>: what is wrong with a directory, in plain words.</summary>
public static class DirectoryCommand
{
    public static Command Create(Func<DirectoryOptions, CancellationToken, Task<int>> handler)
    {
        var file = new Argument<string>("FILE") { Description = "The directory file, YAML." };
        var json = StandardOptions.Json();
        var check = new Command("check", "Say in plain words, with line numbers, what is wrong with a directory of participants.") { file, json };
        check.SetAction((parsed, cancellationToken) => handler(new(parsed.GetRequiredValue(file), parsed.GetValue(json)), cancellationToken));
        return new Command("directory", "Look at a directory of participants, organisations, teams and posts.") { check };
    }
}
