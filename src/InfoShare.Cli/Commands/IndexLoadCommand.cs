using System.CommandLine;
using System.Globalization;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare index load</c> was asked.</summary>
/// <param name="Children">How many.</param>
/// <param name="Data">The data folder; null: <c>./data</c>.</param>
public sealed record IndexLoadOptions(int Children, string? Data, bool Json);

/// <summary><c>infoshare index load N</c>: invented children, to try what a machine can hold.</summary>
public static class IndexLoadCommand
{
    private const int MostChildren = 5_000_000;

    public static Command Create(Func<IndexLoadOptions, CancellationToken, Task<int>> handler)
    {
        var children = new Argument<int>("N") { Description = $"How many children, 1 to {MostChildren}." };
        children.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var said }] && !(int.TryParse(said, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostChildren))
                result.AddError($"N must be a number between 1 and {MostChildren}");
        });
        var data = StandardOptions.Data("A data folder that holds nothing yet; default ./data.");
        var json = StandardOptions.Json();
        var load = new Command("load", "Put invented children into an empty data folder, to try what a machine can hold. Never where real ones are.") { children, data, json };
        load.SetAction((parsed, cancellationToken) => handler(new(parsed.GetRequiredValue(children), parsed.GetValue(data), parsed.GetValue(json)), cancellationToken));
        return load;
    }
}
