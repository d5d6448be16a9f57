using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Storage;
using InfoShare.Storage.Escalations;

namespace InfoShare.Cli.Escalations;

/// <summary>A challenge as <c>infoshare escalations list</c> shows it.</summary>
/// <param name="By">The participant that challenges.</param>
/// <param name="Against"><c>organisation#role</c>.</param>
/// <param name="Stage">1 who decided, 2 the officer above, 3 the independent chair, 4 mediation.</param>
/// <param name="StageEnds">The first instant after the stage; null: none follows, or it cannot be said.</param>
/// <param name="Outcome">A code; null: it is not closed.</param>
public sealed record ListedEscalation(
    string Escalation, string By, string Against, string Delivery, bool UnsafeNow, int Stage, DateTimeOffset RaisedAt, DateTimeOffset? StageEnds, DateTimeOffset? AnsweredAt, DateTimeOffset? ClosedAt, string? Outcome)
{
    internal static ListedEscalation Of(EscalationRow row) => new(
        row.EscalationId, row.Sender, $"{row.Organisation}#{row.Role}", row.DeliveryId, row.UnsafeNow == 1, (int)row.Stage, Instants.FromMicroseconds(row.RaisedAt), At(row.StageEnds), At(row.AnsweredAt), At(row.ClosedAt), row.Outcome);

    internal string Words() =>
        $"{Escalation}  {By} against {Against}, raised {RaisedAt:yyyy-MM-dd}{(UnsafeNow ? ", UNSAFE NOW" : "")}; {(Outcome is not null ? $"closed {ClosedAt:yyyy-MM-dd}: {Outcome}" : $"stage {Stage}{(StageEnds is { } ends ? $" until {ends.AddSeconds(-1):yyyy-MM-dd HH:mm} UTC" : Stage == 4 ? ", mediation" : "")}{(AnsweredAt is null ? ", not answered" : ", answered")}")}";

    private static DateTimeOffset? At(long? microseconds) => microseconds is { } at ? Instants.FromMicroseconds(at) : null;
}

/// <summary>Runs <c>infoshare escalations list</c>; reads the store, also while a router has it open.</summary>
public sealed class EscalationsRun(TextWriter output, TextWriter error)
{
    public Task<int> RunAsync(EscalationsOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new RecordsReading(output, error).RunAsync(options.Place, scope => scope.Escalations(open: !options.All, options.Most).Select(ListedEscalation.Of).ToList(), async found =>
        {
            foreach (var line in options.Place.Json ? [JsonSerializer.Serialize(new { Escalations = found }, WireJson.Options)] : found.Select(one => one.Words()).Append($"{found.Count} challenges, {found.Count(one => one.Outcome is null)} open"))
                await output.WriteLineAsync(line);
            return 0;
        }, cancellationToken);
    }
}
