using System.CommandLine;
using InfoShare.Clocks;
using InfoShare.Directory;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare clocks due</c> was asked.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="From">When it started, with England's offset.</param>
/// <param name="School">Id of the school, <c>urn/999998</c>; null: the sample's.</param>
/// <param name="Area">GSS code of the partnership's authority; null: the school's, else none.</param>
/// <param name="Config">The settings, which name the directory; null: those of the sample.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record ClocksDueOptions(NamedClock Clock, DateTimeOffset From, string? School, string? Area, string? Config, bool Json);

/// <summary>What <c>infoshare clocks list</c> was asked.</summary>
public sealed record ClocksListOptions(string? Area, string? Config, bool Json);

/// <summary><c>infoshare clocks</c>: the time limits of safeguarding work, and when one of them ends.</summary>
public static class ClocksCommand
{
    private const int UrnDigits = 6;
    private const string Urn = "urn/";

    public static Command Create(Func<ClocksDueOptions, CancellationToken, Task<int>> due, Func<ClocksListOptions, CancellationToken, Task<int>> list) =>
        new("clocks", "The time limits of safeguarding work: which there are, and when one of them ends.") { Due(due), List(list) };

    private static Command Due(Func<ClocksDueOptions, CancellationToken, Task<int>> handler)
    {
        var clock = Read("--clock", "NAME", "Which clock; clocks list shows them.", NamedClocks.Named, "there is no clock with this name; infoshare clocks list shows those that there are");
        var from = Read<DateTimeOffset?>(
            "--from", "TIME", "When it started, such as 2026-12-24T16:00; by the clocks in England where no offset is said; a day alone is its first instant.",
            text => LondonTime.Read(text), "must be a day or a time that exists, written as 2026-12-24 or 2026-12-24T16:00, and from 1900 to 2199");
        clock.Required = from.Required = true;
        var school = Read("--school", "URN", "The school whose term dates count; default: the sample school's.", SchoolId, "must be a school's URN, six digits");
        var (area, config, json) = (Area(), StandardOptions.Config(), StandardOptions.Json());
        var due = new Command("due", "Say the last instant by which it must have been done; exit 1 where a calendar that is needed is not known.") { clock, from, school, area, config, json };
        due.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetRequiredValue(clock)!, parsed.GetRequiredValue(from)!.Value, parsed.GetValue(school), parsed.GetValue(area), parsed.GetValue(config), parsed.GetValue(json)),
            cancellationToken));
        return due;
    }

    private static Command List(Func<ClocksListOptions, CancellationToken, Task<int>> handler)
    {
        var (area, config, json) = (Area(), StandardOptions.Config(), StandardOptions.Json());
        var list = new Command("list", "Say which clocks there are, how long each runs, and where that is set.") { area, config, json };
        list.SetAction((parsed, cancellationToken) => handler(new(parsed.GetValue(area), parsed.GetValue(config), parsed.GetValue(json)), cancellationToken));
        return list;
    }

    private static Option<string?> Area() => Read(
        "--area", "GSS", "The authority as whose partnership sets its clocks in the directory, such as E06000063; default: that of the school, else none.",
        text => LocalAuthorities.Named(text)?.Gss, "must be the GSS code of a local authority that this release knows, such as E06000063");

    private static string? SchoolId(string text)
    {
        var code = text.StartsWith(Urn, StringComparison.Ordinal) ? text[Urn.Length..] : text;
        return code.Length == UrnDigits && code.All(char.IsAsciiDigit) ? Urn + code : null;
    }

    /// <summary>An option whose value must be one that can be read; the error does not repeat it.</summary>
    private static Option<T?> Read<T>(string name, string helpName, string description, Func<string, T?> read, string problem) => new(name)
    {
        HelpName = helpName,
        Description = description,
        CustomParser = result =>
        {
            if (read(result.Tokens[0].Value) is { } value)
                return value;
            result.AddError($"{name}: {problem}");
            return default;
        },
    };
}
