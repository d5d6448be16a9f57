using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Hosting;
using InfoShare.Clocks;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Moves;
using InfoShare.Storage.Moves;
using InfoShare.Storage.Transfers;
using InfoShare.Vault;

namespace InfoShare.Cli.Moves;

/// <summary>Runs <c>infoshare moves list</c>, <c>lost</c> and <c>transfers</c>; reads the store, also while a router has it open.</summary>
public sealed class MovesRun(TimeProvider clock, TextWriter output, TextWriter error)
{
    public Task<int> ListAsync(MovesOptions options, CancellationToken cancellationToken) => Run(
        options, scope => ListedMove.Of(scope, options.Most).ToList(), moves => new { Moves = moves },
        moves => moves.SelectMany(move => (string[])
        [
            $"{move.Child}  {move.Kind}, {move.From ?? "unknown"} to {move.To ?? "unknown"}",
            .. move.ShownBy.Select(told => $"  {told.Signal} of {told.Source}, {told.On:yyyy-MM-dd}"),
        ]).Append($"{moves.Count} moves"), cancellationToken);

    public Task<int> LostAsync(MovesOptions options, CancellationToken cancellationToken) => Run(
        options, scope => scope.DestinationsUnknown(options.Most).Select(row => ListedLost.Of(scope, row)).ToList(), lost => new { Lost = lost },
        lost => lost.Select(one => one.SeenAt is { } seen
            ? $"{one.Child}  gone since {one.Since}, lost by {one.LostBy}; met again {seen:yyyy-MM-dd HH:mm} UTC by {one.SeenBy}, message {one.SeenMessage}"
            : $"{one.Child}  gone since {one.Since}, lost by {one.LostBy}, area left {one.From ?? "unknown"}; met by nobody since")
            .Append($"{lost.Count(one => one.SeenAt is null)} of {lost.Count} not met again"), cancellationToken);

    public Task<int> TransfersAsync(MovesOptions options, CancellationToken cancellationToken) => Run(
        options,
        scope => (Transfers: scope.OpenTransfers(options.Most).Select(row => ListedTransfer.Of(scope, row, clock.GetUtcNow())).ToList(),
            Closures: scope.UnacceptedClosures(options.Most).Select(ListedClosure.Of).ToList()),
        found => new { Open = found.Transfers, ClosedWithoutAcceptance = found.Closures },
        found =>
        [
            .. found.Transfers.Select(one =>
                $"{one.Child}  {one.Kind} {one.State}, {one.From} to {one.To ?? "nobody"}, asked {one.RequestedAt:yyyy-MM-dd}{(one.ConferenceBy is { } by ? $", conference by {London.Of(by):yyyy-MM-dd}" : "")}{(one.IsOverdue ? ", OVERDUE" : "")}"),
            .. found.Closures.Select(one => $"{one.Child}  closed as transferred by {one.Organisation} on {one.Closed ?? "an unknown day"}, and nobody has accepted it"),
            $"{found.Transfers.Count} open, {found.Closures.Count} closed without acceptance",
        ], cancellationToken);

    private Task<int> Run<T>(MovesOptions options, Func<ReadScope, T> read, Func<T, object> document, Func<T, IEnumerable<string>> words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new RecordsReading(output, error).RunAsync(options.Place, read, async found =>
        {
            foreach (var line in options.Place.Json ? [JsonSerializer.Serialize(document(found), WireJson.Options)] : words(found))
                await output.WriteLineAsync(line);
            return 0;
        }, cancellationToken);
    }
}
