using System.Data.Common;
using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Replaying;
using InfoShare.Storage;
using InfoShare.Storage.Decisions;
using InfoShare.Vault;

namespace InfoShare.Cli.Policies;

/// <summary>
/// Runs <c>infoshare policy replay</c>. Exit code 0 when every decision that can be repeated comes out as recorded; with a candidate,
/// when it could be said what that would change.
/// </summary>
public sealed class PolicyReplayRun(TextWriter output, TextWriter error)
{
    private const int ProgressEach = 5_000;

    public async Task<int> RunAsync(PolicyReplayOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (await ConfigurationLoader.LoadAsync(new() { Data = options.Data, Config = options.Config }, error, cancellationToken) is not { } settings)
            return 1;
        try
        {
            var candidate = await Candidate.ReadAsync(options, settings, cancellationToken);
            if (await ReplayAsync(settings, options.Since, candidate, cancellationToken) is not { } report)
                return await Failure.SayAsync($"there are no records in {settings.Data}", options.Json, output, error);
            await SayAsync(report, candidate, options);
            return candidate is not null || report.AllTheSame ? 0 : 1;
        }
        catch (Exception e) when (e is CannotStartException or KeysMissingException)
        {
            return await Failure.SayAsync(e.Message, options.Json, output, error);
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            return await Failure.SayAsync($"the records cannot be read ({e.GetType().Name})", options.Json, output, error);
        }
    }

    /// <summary>Null where there is no store.</summary>
    private async Task<ReplayReport?> ReplayAsync(Settings settings, DateTimeOffset? since, Candidate? candidate, CancellationToken cancellationToken)
    {
        ReplayReport? report = null;
        var from = since?.ToMicroseconds() ?? long.MinValue;
        await StoreOpening.InspectAsync(settings, scope =>
        {
            var all = scope.CountDecisions(from);
            report = Replay.Run(scope, from, candidate is null ? null : candidate.At, done => Progress(done, all), cancellationToken);
        }, cancellationToken);
        return report;
    }

    private void Progress(long done, long all)
    {
        if (!System.Console.IsErrorRedirected && (done % ProgressEach == 0 || done == all))
            error.Write(done == all ? "\r" : $"\r{done} of {all} decisions   ");
    }

    private async Task SayAsync(ReplayReport report, Candidate? candidate, PolicyReplayOptions options)
    {
        if (options.Json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new { options.Since, Candidates = candidate?.Sets.Select(set => new { set.Name, set.Version }), Report = report }, WireJson.Options));
            return;
        }

        foreach (var line in ReplayWords.Of(report, candidate))
            await output.WriteLineAsync(line);
    }
}
