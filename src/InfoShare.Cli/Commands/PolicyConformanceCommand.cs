using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare policy conformance</c> was asked.</summary>
/// <param name="Folder">Where the cases are.</param>
/// <param name="Known">The file of differences that are meant; null: none is.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record ConformanceOptions(string Folder, string? Known, bool Json);

/// <summary><c>infoshare policy conformance</c>: does the engine decide as Cedar does?</summary>
public static class PolicyConformanceCommand
{
    public static Command Create(Func<ConformanceOptions, CancellationToken, Task<int>> handler)
    {
        var folder = new Argument<string>("DIR") { Description = "Searched for cases in the form of cedar-policy/cedar-integration-tests; their paths are looked for in it, then in its parent." };
        var known = new Option<string?>("--known") { HelpName = "FILE", Description = "Differences that are meant: a list of case, request and reason in JSON; default: none." };
        var json = StandardOptions.Json();
        var conformance = new Command("conformance", "Decide and validate Cedar's public test cases; exit 0 if nothing differs but what is known.") { folder, known, json };
        conformance.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetRequiredValue(folder), parsed.GetValue(known), parsed.GetValue(json)), cancellationToken));
        return conformance;
    }
}
