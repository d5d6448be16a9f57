using System.CommandLine;
using InfoShare.Cli.Hosting;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare adapter check</c> was asked.</summary>
/// <param name="Format">The name of a format that adapters read.</param>
/// <param name="File">The file.</param>
/// <param name="Participant">Whose adapter reads it; null: that of the participant that can use most of it.</param>
/// <param name="Config">The settings; null: those of the sample.</param>
/// <param name="AsOf">The day that counts as today; null: as the settings say, else today.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record AdapterCheckOptions(string Format, string File, string? Participant, string? Config, DateOnly? AsOf, bool Json);

/// <summary><c>infoshare adapter run</c>: the adapters of some participants. <c>infoshare adapter check</c>: what one would make of a file.</summary>
public static class AdapterCommand
{
    /// <param name="run">Gets the options and the participants.</param>
    /// <param name="check">Gets what is to be checked.</param>
    public static Command Create(
        Func<RunOptions, IReadOnlyList<string>, CancellationToken, Task<int>> run, Func<AdapterCheckOptions, CancellationToken, Task<int>> check) =>
        new("adapter", "Participants' adapters: as processes of their own, or what one would make of a file.") { Run(run), Check(check) };

    private static Command Run(Func<RunOptions, IReadOnlyList<string>, CancellationToken, Task<int>> handler)
    {
        var participants = new Argument<string[]>("PARTICIPANT") { Description = "Ids such as police-suffolk.", Arity = ArgumentArity.OneOrMore };
        var options = new HostOptions();
        var run = new Command("run", "Run the adapters of these participants, beside their agencies' systems.") { participants };
        options.AddTo(run);
        run.SetAction((parsed, cancellationToken) => handler(options.Of(parsed), parsed.GetRequiredValue(participants), cancellationToken));
        return run;
    }

    private static Command Check(Func<AdapterCheckOptions, CancellationToken, Task<int>> handler)
    {
        var format = new Argument<string>("FORMAT") { Description = $"One of {string.Join(", ", AgencyFormats.Names)}." };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [var said] && !AgencyFormats.Names.Contains(said.Value))
                result.AddError($"FORMAT must be one of {string.Join(", ", AgencyFormats.Names)}");
        });
        var file = new Argument<string>("FILE") { Description = "The file that the agency's system wrote." };
        var participant = new Option<string?>("--participant")
        {
            HelpName = "ID",
            Description = "Whose adapter reads it; default: that of the participant that can use most of it.",
        };
        var config = StandardOptions.Config();
        var asOf = StandardOptions.Day("--as-of", "The day, yyyy-MM-dd, that counts as today when it is asked what is recent; default today.");
        var json = StandardOptions.Json();
        var check = new Command("check", "Say what would become of a file, without sending or writing anything; exit 0 if it can be read.")
        {
            format, file, participant, config, asOf, json,
        };
        check.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetRequiredValue(format), parsed.GetRequiredValue(file), parsed.GetValue(participant),
                parsed.GetValue(config), parsed.GetValue(asOf), parsed.GetValue(json)),
            cancellationToken));
        return check;
    }
}
