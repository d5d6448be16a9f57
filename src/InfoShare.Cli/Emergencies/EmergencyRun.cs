using InfoShare.Cli.Commands;
using InfoShare.Cli.Desks;
using InfoShare.Cli.Files;
using InfoShare.Routing.Emergency;

namespace InfoShare.Cli.Emergencies;

/// <summary>Runs <c>infoshare emergency start</c>, <c>stop</c> and <c>review</c>: exit code 0 when it is on record.</summary>
public sealed class EmergencyRun(TextReader input, TextWriter output, TextWriter error)
{
    private const int MostTextBytes = 32 * 1024;

    public async Task<int> StartAsync(EmergencyStartOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var text = options.TextFile == "-"
            ? new(await input.ReadToEndAsync(cancellationToken), null)
            : await TextFile.ReadAsync(options.TextFile, MostTextBytes, cancellationToken);
        if (text.Text is null)
            return await Failure.SayAsync(text.Problem!, options.Place.Json, output, error);

        var asked = new EmergencyStart(Guid.NewGuid().ToString("n"), options.DeliveryId, options.Reason, text.Text.Trim(), options.By, options.Hours);
        return await AskAsync(options.Place, DeskEndpoints.EmergencyStart, asked, answer =>
        [
            $"emergency access {answer.Id} of {answer.Recipient} until {Time(answer.Until)}",
            $"{Count(answer.Leaving)} now; for {answer.Unchanged} it changes nothing",
            answer.ReviewBy is { } by ? $"somebody else must review it before {Time(by)}" : "the review has no time: the bank holidays of that year are not known; it counts as overdue",
        ], cancellationToken);

        static string Count(int leaving) => leaving == 1 ? "1 delivery leaves" : $"{leaving} deliveries leave";
    }

    public Task<int> StopAsync(EmergencyStopOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return AskAsync(options.Place, DeskEndpoints.EmergencyStop, new EmergencyStop(options.Id, options.By), answer =>
        [
            $"emergency access {answer.Id} of {answer.Recipient} has ended",
            $"{answer.Stopped} that had not left {(answer.Stopped == 1 ? "goes" : "go")} no more, or with less",
        ], cancellationToken);
    }

    public Task<int> ReviewAsync(EmergencyReviewOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return AskAsync(
            options.Place, DeskEndpoints.EmergencyReview, new EmergencyReview(options.Id, options.By, options.Outcome), answer => [$"the review of {answer.Id} is on record"], cancellationToken);
    }

    private Task<int> AskAsync<T>(
        DeskPlace place, string path, T asked, Func<EmergencyAnswer, IReadOnlyList<string>> words, CancellationToken cancellationToken) =>
        new DeskRun(output, error).RunAsync(place, path, asked, problem => new EmergencyAnswer(problem), answer => answer.Problem, words, cancellationToken);

    internal static string Time(DateTimeOffset? at) => $"{at:yyyy-MM-dd HH:mm} UTC";
}
