using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary><c>infoshare policy</c>.</summary>
public static class PolicyCommand
{
    public static Command Create(Func<PolicyTestOptions, CancellationToken, Task<int>> test, Func<PolicyReplayOptions, CancellationToken, Task<int>> replay) =>
        new("policy", "Look at the sharing policy, and at what another would change.") { PolicyTestCommand.Create(test), PolicyReplayCommand.Create(replay) };
}
