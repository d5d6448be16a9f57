using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary><c>infoshare routing run</c>: one router; several may share the work.</summary>
public static class RoutingCommand
{
    /// <param name="handler">Gets the options and the router's name.</param>
    public static Command Create(Func<RunOptions, string, CancellationToken, Task<int>> handler)
    {
        var name = new Option<string>("--name")
        {
            HelpName = "NAME",
            Description = "The router's name, for its log and its chain of the audit; each of several has its own; default routing.",
            DefaultValueFactory = _ => "routing",
        };
        name.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var given }] && !(given.Length is > 0 and <= 40 && given.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')))
                result.AddError("--name must be lower-case letters, digits and hyphens, 40 at the most");
        });
        var options = new HostOptions();
        var run = new Command("run", "Run one router. Several on the same broker and database share the work; each is a process of its own.") { name };
        options.AddTo(run);
        run.SetAction((parsed, cancellationToken) => handler(options.Of(parsed), parsed.GetRequiredValue(name), cancellationToken));
        return new Command("routing", "The service in the middle, as a process of its own.") { run };
    }
}
