using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare adapter check</c> was asked.</summary>
/// <param name="Format">The format to read it as.</param>
/// <param name="File">The file.</param>
/// <param name="Participant">Whose adapter would read it; null: the first by whose settings it can be used.</param>
/// <param name="Config">The settings; null: the sample.</param>
/// <param name="AsOf">The day that counts as today; null: today.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record AdapterCheckOptions(string Format, string File, string? Participant, string? Config, DateOnly? AsOf, bool Json);

/// <summary><c>infoshare adapter</c>: participants' adapters, and what they would make of a file.</summary>
public static class AdapterCommand
{
    /// <param name="run">Gets the options and the participants.</param>
    /// <param name="check">Gets what <c>check</c> was asked.</param>
    /// <param name="formats">The formats that are read.</param>
    public static Command Create(
        Func<RunOptions, IReadOnlyList<string>, CancellationToken, Task<int>> run,
        Func<AdapterCheckOptions, CancellationToken, Task<int>> check,
        IReadOnlyList<string> formats) =>
        new("adapter", "Participants' adapters, as processes of their own; and what they would make of a file.") { Run(run), Check(check, formats) };

    private static Command Run(Func<RunOptions, IReadOnlyList<string>, CancellationToken, Task<int>> handler)
    {
        var participants = new Argument<string[]>("PARTICIPANT") { Description = "Ids such as police-suffolk.", Arity = ArgumentArity.OneOrMore };
        var options = new HostOptions();
        var run = new Command("run", "Run the adapters of these participants, beside their agencies' systems.") { participants };
        options.AddTo(run);
        run.SetAction((parsed, cancellationToken) => handler(options.Of(parsed), parsed.GetRequiredValue(participants), cancellationToken));
        return run;
    }

    private static Command Check(Func<AdapterCheckOptions, CancellationToken, Task<int>> handler, IReadOnlyList<string> formats)
    {
        var format = new Argument<string>("FORMAT") { Description = $"How to read it: {string.Join(", ", formats)}." };
        format.AcceptOnlyFromAmong([.. formats]);
        var file = new Argument<string>("FILE") { Description = "The file." };
        var participant = new Option<string?>("--participant")
        {
            HelpName = "ID",
            Description = "Whose adapter would read it; default: the first by whose settings it can be used.",
        };
        var config = StandardOptions.Config();
        var asOf = StandardOptions.Day("--as-of", "The day, yyyy-MM-dd, that counts as today; default today.");
        var json = StandardOptions.Json();
        var check = new Command("check", "Say in plain words what would be sent of a file, and to which kind of recipient, without sending it.")
        {
            format, file, participant, config, asOf, json,
        };
        check.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetRequiredValue(format), parsed.GetRequiredValue(file), parsed.GetValue(participant), parsed.GetValue(config), parsed.GetValue(asOf), parsed.GetValue(json)),
            cancellationToken));
        return check;
    }
}
