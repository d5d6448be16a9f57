using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class StandardOptions
{
    public static Option<string?> Data(string description)
    {
        var option = new Option<string?>("--data") { HelpName = "DIR", Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var folder }] && string.IsNullOrWhiteSpace(folder))
                result.AddError("--data must name a folder");
        });
        return option;
    }

    public static Option<bool> Json() => new("--json")
    {
        Description = "Write the outcome as one JSON document to standard output, and nothing else.",
    };

    /// <summary>An option that has one value in this release; any other is refused rather than ignored.</summary>
    public static Option<string?> Only(string name, string value, string description)
    {
        var option = new Option<string?>(name) { HelpName = "NAME", Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var given }] && given != value)
                result.AddError($"{name} must be {value}: this release has no other");
        });
        return option;
    }
}
