using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Answers;
using InfoShare.Storage;
using InfoShare.Storage.Answers;

namespace InfoShare.Cli.Responses;

/// <summary>Runs <c>infoshare responses list</c>; reads the store, also while a router has it open.</summary>
public sealed class ResponsesRun(TimeProvider clock, TextWriter output, TextWriter error)
{
    public Task<int> RunAsync(ResponsesOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var now = clock.GetUtcNow();
        return new RecordsReading(output, error).RunAsync(
            options.Place, scope => ListedResponses.Of(scope.Responses(options.Sender ?? "", options.Late ? now.ToMicroseconds() : null, options.Most), now).ToList(),
            async found =>
            {
                var late = found.Count(concern => concern.Recipients.Any(recipient => recipient.Owed.Any(owed => owed.Progress == "late")));
                foreach (var line in options.Place.Json ? [JsonSerializer.Serialize(new { Concerns = found, Late = late }, WireJson.Options)] : found.SelectMany(concern => concern.Words()).Append($"{found.Count} concerns, {late} with an answer that is late"))
                    await output.WriteLineAsync(line);
                return 0;
            }, cancellationToken);
    }
}
