using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary><c>infoshare index</c>: what children and their places are recognised by.</summary>
public static class IndexCommand
{
    public static Command Create(params IEnumerable<Command> commands)
    {
        var index = new Command("index", "Look after what children and their places are recognised by.");
        foreach (var command in commands)
            index.Add(command);
        return index;
    }
}
