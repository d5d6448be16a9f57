using InfoShare.Cli.Configuration;
using InfoShare.Cli.Policies;
using InfoShare.Console.Policies;

namespace InfoShare.Cli.Consoles;

/// <summary>Where the console finds the cases that a policy must decide: beside the sets of the settings, or those of this release.</summary>
internal static class ScenarioOpening
{
    /// <summary>Read each time, so that a case that somebody adds is there at once.</summary>
    public static Func<CancellationToken, Task<ScenarioTables>> Of(Settings settings) => async cancellationToken =>
    {
        if (settings.Policies is not { } folder)
            return ScenarioTables.OfThisRelease;
        var read = await ScenarioFolder.ReadAsync(Path.Combine(folder, "scenarios"), cancellationToken);
        return new(read.Scenarios, read.Problems);
    };
}
