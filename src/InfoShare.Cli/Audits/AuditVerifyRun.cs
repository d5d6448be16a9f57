using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Storage.Audit;
using InfoShare.Vault;

namespace InfoShare.Cli.Audits;

/// <summary>Runs <c>infoshare audit verify</c>: exit code 0 when every link holds, 1 at the first that does not.</summary>
internal sealed class AuditVerifyRun(TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(AuditOptions options, CancellationToken cancellationToken)
    {
        if (await ConfigurationLoader.LoadAsync(new() { Data = options.Data, Config = options.Config }, error, cancellationToken) is not { } settings)
            return 1;
        try
        {
            var found = await StoreOpening.VerifyAuditAsync(settings, cancellationToken);
            if (found is null)
                return await Failure.SayAsync($"there is no audit in {settings.Data}", options.Json, output, error);

            await output.WriteLineAsync(options.Json ? JsonSerializer.Serialize(found, JsonSerializerOptions.Web) : Words(found));
            return found.Holds ? 0 : 1;
        }
        catch (KeysMissingException e)
        {
            return await Failure.SayAsync(e.Message, options.Json, output, error);
        }
#pragma warning disable CA1031 // Whatever a damaged file makes the reader throw, the answer is that the audit does not hold.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return await Failure.SayAsync($"the audit is broken: it cannot be read ({e.GetType().Name})", options.Json, output, error);
        }
#pragma warning restore CA1031
    }

    private static string Words(AuditVerification found) => found.Holds
        ? $"the audit holds: {found.Records} records in {found.Writers} {(found.Writers == 1 ? "chain" : "chains")}"
        : $"the audit is broken at {found.BrokenAt}: {found.Reason}; {found.Records} records before it hold";
}
