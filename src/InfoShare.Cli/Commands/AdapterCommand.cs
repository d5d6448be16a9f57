using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary><c>infoshare adapter run</c>: the adapters of some participants.</summary>
public static class AdapterCommand
{
    /// <param name="handler">Gets the options and the participants.</param>
    public static Command Create(Func<RunOptions, IReadOnlyList<string>, CancellationToken, Task<int>> handler)
    {
        var participants = new Argument<string[]>("PARTICIPANT") { Description = "Ids such as police-suffolk.", Arity = ArgumentArity.OneOrMore };
        var options = new HostOptions();
        var run = new Command("run", "Run the adapters of these participants, beside their agencies' systems.") { participants };
        options.AddTo(run);
        run.SetAction((parsed, cancellationToken) => handler(options.Of(parsed), parsed.GetRequiredValue(participants), cancellationToken));
        return new Command("adapter", "Participants' adapters, as processes of their own.") { run };
    }
}
