using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare index import-postcodes</c> was asked.</summary>
/// <param name="File">The table of the ONS Postcode Directory.</param>
/// <param name="Data">The data folder; null: <c>./data</c>.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record ImportPostcodesOptions(string File, string? Data, bool Json);

/// <summary><c>infoshare index import-postcodes FILE</c>: makes the postcodes of England known.</summary>
public static class ImportPostcodesCommand
{
    public static Command Create(Func<ImportPostcodesOptions, CancellationToken, Task<int>> handler)
    {
        var file = new Argument<string>("FILE") { Description = "The table of the ONS Postcode Directory, CSV." };
        var data = StandardOptions.Data("The data folder of the routing that uses them; default ./data.");
        var json = StandardOptions.Json();
        var import = new Command("import-postcodes", "Make the postcodes of England known, from the ONS Postcode Directory; used from the next start on.") { file, data, json };
        import.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetRequiredValue(file), parsed.GetValue(data), parsed.GetValue(json)), cancellationToken));
        return import;
    }
}
