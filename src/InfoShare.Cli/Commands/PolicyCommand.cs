using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary><c>infoshare policy</c>: look at the sharing policy.</summary>
public static class PolicyCommand
{
    public static Command Create(params IEnumerable<Command> commands)
    {
        var policy = new Command("policy", "Look at the sharing policy, at what it decided, and at what another would change.");
        foreach (var command in commands)
            policy.Subcommands.Add(command);
        return policy;
    }
}
