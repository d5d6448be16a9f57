using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare audit verify</c> was asked.</summary>
/// <param name="Data">The data folder; null: <c>./data</c>.</param>
/// <param name="Config">The settings, where the records are in PostgreSQL; null: those of the sample.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record AuditOptions(string? Data, string? Config, bool Json);

/// <summary><c>infoshare audit verify</c>: is the audit's hash chain whole?</summary>
public static class AuditCommand
{
    public static Command Create(Func<AuditOptions, CancellationToken, Task<int>> handler)
    {
        var data = StandardOptions.Data("The data folder; default ./data.");
        var config = StandardOptions.Config();
        var json = StandardOptions.Json();
        var verify = new Command("verify", "Follow the audit's hash chain; exit 1 at the first broken link.") { data, config, json };
        verify.SetAction((parsed, cancellationToken) => handler(new(parsed.GetValue(data), parsed.GetValue(config), parsed.GetValue(json)), cancellationToken));
        return new Command("audit", "Check the audit.") { verify };
    }
}
