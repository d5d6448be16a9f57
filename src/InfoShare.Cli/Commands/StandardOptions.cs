using System.CommandLine;
using System.Globalization;
using InfoShare.Cli.Configuration;

namespace InfoShare.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class StandardOptions
{
    private const int UsuallyListed = 50;
    private const int MostListed = 10_000;

    private static readonly string[] InstantForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

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

    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        HelpName = "DATE",
        Description = description,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", out var day))
                return day;
            result.AddError($"{name} must be a day that exists, written yyyy-MM-dd");
            return null;
        },
    };

    public static Option<DateTimeOffset?> Instant(string name, string description) => new(name)
    {
        HelpName = "TIME",
        Description = description,
        CustomParser = result =>
        {
            if (DateTimeOffset.TryParseExact(result.Tokens[0].Value, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
                return instant;
            result.AddError($"{name} must be a day or a time that exists, written as 2026-11-20 or 2026-11-20T09:00:00Z");
            return null;
        },
    };

    /// <summary>How many of something a listing shows.</summary>
    /// <param name="what">Such as <c>How many concerns</c>.</param>
    public static Option<int> Most(string what = "How many")
    {
        var most = new Option<int>("--most") { HelpName = "N", Description = $"{what} at most, 1 to {MostListed}; default {UsuallyListed}.", DefaultValueFactory = _ => UsuallyListed };
        most.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var said }] && !(int.TryParse(said, out var number) && number is >= 1 and <= MostListed))
                result.AddError($"--most must be a number between 1 and {MostListed}");
        });
        return most;
    }

    public static Option<bool> Json() => new("--json")
    {
        Description = "Write the outcome as one JSON document to standard output, and nothing else.",
    };

    public static Option<int?> Port(string description, string name = "--port") => new(name)
    {
        HelpName = "N",
        Description = description,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, out var number) && number is >= 0 and <= 65535)
                return number;
            result.AddError($"{name} must be a number between 0 and 65535");
            return null;
        },
    };

    public static Option<string?> Config() => new("--config")
    {
        HelpName = "FILE",
        Description = "Settings; default: the sample. What is said on the command line overrides it.",
    };

    public static Option<Transport?> Transport() => Words<Transport>(
        "--transport", PartsSections.Transports, "What carries messages: in-memory, or rabbitmq (a private node in the data folder, where the settings name none); default in-memory.");

    public static Option<Database?> Database() => Words<Database>(
        "--database", PartsSections.Databases, "What keeps the records: sqlite, or postgres (a private one in the data folder, where the settings name none); default sqlite.");

    private static Option<T?> Words<T>(string name, IReadOnlyDictionary<string, T> words, string description) where T : struct => new(name)
    {
        HelpName = "NAME",
        Description = description,
        CustomParser = result =>
        {
            if (words.TryGetValue(result.Tokens[0].Value, out var value))
                return value;
            result.AddError($"{name} must be {string.Join(" or ", words.Keys)}");
            return null;
        },
    };
}
