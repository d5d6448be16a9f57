using System.CommandLine;

namespace InfoShare.Cli.Commands;

/// <summary>What <c>infoshare audit verify</c> was asked.</summary>
/// <param name="Data">The data folder; null: <c>./data</c>.</param>
/// <param name="Config">The settings, where the records are in PostgreSQL; null: those of the sample.</param>
/// <param name="Json">Whether the outcome is wanted as JSON.</param>
public sealed record AuditOptions(string? Data, string? Config, bool Json);

/// <summary>What <c>infoshare audit export</c> was asked.</summary>
/// <param name="Since">The first day, UTC.</param>
/// <param name="Out">The folder for the file; null: standard output.</param>
/// <param name="Data">The data folder; null: <c>./data</c>.</param>
/// <param name="Config">The settings, where the records are in PostgreSQL; null: those of the sample.</param>
public sealed record AuditExportOptions(DateOnly Since, string? Out, string? Data, string? Config);

/// <summary><c>infoshare audit verify</c>: is the audit's hash chain whole? <c>infoshare audit export</c>: every decision, for another system.</summary>
public static class AuditCommand
{
    public static Command Create(
        Func<AuditOptions, CancellationToken, Task<int>> verify, Func<AuditExportOptions, CancellationToken, Task<int>> export) =>
        new("audit", "Check the audit, or hand out what was decided.") { Verify(verify), Export(export) };

    private static Command Verify(Func<AuditOptions, CancellationToken, Task<int>> handler)
    {
        var data = StandardOptions.Data("The data folder; default ./data.");
        var config = StandardOptions.Config();
        var json = StandardOptions.Json();
        var verify = new Command("verify", "Follow the audit's hash chain; exit 1 at the first broken link.") { data, config, json };
        verify.SetAction((parsed, cancellationToken) => handler(new(parsed.GetValue(data), parsed.GetValue(config), parsed.GetValue(json)), cancellationToken));
        return verify;
    }

    private static Command Export(Func<AuditExportOptions, CancellationToken, Task<int>> handler)
    {
        var fhir = new Option<bool>("--fhir") { Description = "As FHIR R4 AuditEvents, one a line; there is no other form yet." };
        var since = StandardOptions.Day("--since", "The first day, yyyy-MM-dd, UTC.");
        since.Required = true;
        var folder = new Option<string?>("--out") { HelpName = "DIR", Description = "Write AuditEvent.ndjson into this folder instead of to standard output." };
        var data = StandardOptions.Data("The data folder; default ./data.");
        var config = StandardOptions.Config();
        var export = new Command("export", "Hand out every decision about sharing; a child is named by its token only.") { fhir, since, folder, data, config };
        export.Validators.Add(result =>
        {
            if (!result.GetValue(fhir))
                result.AddError("--fhir must be given: it is the only form");
        });
        export.SetAction((parsed, cancellationToken) => handler(
            new(parsed.GetRequiredValue(since)!.Value, parsed.GetValue(folder), parsed.GetValue(data), parsed.GetValue(config)), cancellationToken));
        return export;
    }
}
