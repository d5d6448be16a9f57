using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>The command line as a whole.</summary>
public static class CommandLine
{
    /// <summary>The exit code for a command or option that is not understood.</summary>
    public const int NotUnderstood = 2;

    /// <summary>How long a command may take to stop after Ctrl+C or SIGTERM.</summary>
    private static readonly TimeSpan StoppingTime = TimeSpan.FromSeconds(30);

    /// <summary>All commands under one root.</summary>
    public static RootCommand Root(params IEnumerable<Command> commands)
    {
        var root = new RootCommand("InfoShare carries child-safeguarding concerns between agencies, and records why each part was or was not shared.");
        foreach (var command in commands)
            root.Add(command);
        return root;
    }

    /// <summary>Runs what was asked for. Nothing, or <c>help</c>, explains the commands.</summary>
    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var parsed = root.Parse(args is [] or ["help"] ? ["--help"] : args);
        if (Misunderstood(parsed) is { } problem)
        {
            await error.WriteLineAsync($"{problem} (infoshare help explains the commands)");
            return NotUnderstood;
        }

        return await parsed.InvokeAsync(new() { Output = output, Error = error, ProcessTerminationTimeout = StoppingTime });
    }

    /// <summary>One line. What is not known comes first: it is often the cause of the rest.</summary>
    private static string? Misunderstood(ParseResult parsed) => parsed switch
    {
        { Errors.Count: 0 } => null,
        { UnmatchedTokens: [var unknown, ..] } => $"infoshare does not know '{OneLine(unknown)}'",
        _ => OneLine(parsed.Errors[0].Message),
    };

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd(' ', '.');
}
