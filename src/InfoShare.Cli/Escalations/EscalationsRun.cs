using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Escalations;
using InfoShare.Storage.Escalations;

namespace InfoShare.Cli.Escalations;

/// <summary>Runs <c>infoshare escalations list</c>; reads the store, also while a router has it open.</summary>
public sealed class EscalationsRun(TextWriter output, TextWriter error)
{
    public Task<int> RunAsync(EscalationsOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new RecordsReading(output, error).RunAsync(options.Place, scope => scope.Escalations(open: !options.All, options.Most).Select(ListedEscalation.Of).ToList(), async found =>
        {
            foreach (var line in options.Place.Json ? [JsonSerializer.Serialize(new { Escalations = found }, WireJson.Options)] : found.Select(Words).Append($"{found.Count} challenges, {found.Count(one => one.Outcome is null)} open"))
                await output.WriteLineAsync(line);
            return 0;
        }, cancellationToken);
    }

    private static string Words(ListedEscalation one) =>
        $"{one.Escalation}  {one.By} against {one.Against}, raised {one.RaisedAt:yyyy-MM-dd}{(one.UnsafeNow ? ", UNSAFE NOW" : "")}; {(one.Outcome is not null ? $"closed {one.ClosedAt:yyyy-MM-dd}: {one.Outcome}" : $"stage {one.Stage}{(one.StageEnds is { } ends ? $" until {ends.AddSeconds(-1):yyyy-MM-dd HH:mm} UTC" : one.Stage == 4 ? ", mediation" : "")}{(one.AnsweredAt is null ? ", not answered" : ", answered")}")}";
}
