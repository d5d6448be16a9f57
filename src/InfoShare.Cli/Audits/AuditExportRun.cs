using System.Data.Common;
using System.Text;
using InfoShare.Adapters.Health.Audit;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Storage;
using InfoShare.Storage.Decisions;
using InfoShare.Vault;

namespace InfoShare.Cli.Audits;

/// <summary>Runs <c>infoshare audit export</c>: every decision from a day on as FHIR AuditEvents, one a line, oldest first.</summary>
public sealed class AuditExportRun(TextWriter output, TextWriter error)
{
    /// <summary>As FHIR bulk data calls the file of a resource type.</summary>
    private const string FileName = "AuditEvent.ndjson";

    /// <summary>The exit code: 0 when all that there is was handed out.</summary>
    public async Task<int> RunAsync(AuditExportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (await ConfigurationLoader.LoadAsync(new() { Data = options.Data, Config = options.Config }, error, cancellationToken) is not { } settings)
            return 1;
        try
        {
            if (options.Out is not { } folder)
                return await ExportAsync(settings, options.Since, output, cancellationToken) is null ? await NoRecordsAsync(settings) : 0;
            return await ToFileAsync(settings, options.Since, System.IO.Directory.CreateDirectory(folder).FullName, cancellationToken);
        }
        catch (Exception e) when (e is KeysMissingException or IOException or UnauthorizedAccessException)
        {
            return await Failure.SayAsync(e.Message, json: false, output, error);
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            return await Failure.SayAsync($"the records cannot be read ({e.GetType().Name})", json: false, output, error);
        }
    }

    /// <summary>Under a name of its own until it is whole.</summary>
    private async Task<int> ToFileAsync(Settings settings, DateOnly since, string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FileName);
        var aside = path + ".part";
        long? count;
        await using (var file = File.CreateText(aside))
            count = await ExportAsync(settings, since, file, cancellationToken);
        if (count is null)
        {
            File.Delete(aside);
            return await NoRecordsAsync(settings);
        }

        File.Move(aside, path, overwrite: true);
        await output.WriteLineAsync($"{count} {(count == 1 ? "decision" : "decisions")} in {path}");
        return 0;
    }

    /// <summary>How many there were; null where there is no store.</summary>
    private static async Task<long?> ExportAsync(Settings settings, DateOnly since, TextWriter to, CancellationToken cancellationToken)
    {
        var count = 0L;
        var start = new DateTimeOffset(since, TimeOnly.MinValue, TimeSpan.Zero).ToMicroseconds();
        var found = await StoreOpening.InspectAsync(settings, scope =>
        {
            foreach (var row in scope.DecisionsSince(start))
            {
                cancellationToken.ThrowIfCancellationRequested();
                to.WriteLine(Encoding.UTF8.GetString(DecisionAuditEvent.Write(DecisionRecords.Of(row))));
                count++;
            }
        }, cancellationToken);
        return found ? count : null;
    }

    private Task<int> NoRecordsAsync(Settings settings) =>
        Failure.SayAsync($"there are no records in {settings.Data}", json: false, output, error);
}
