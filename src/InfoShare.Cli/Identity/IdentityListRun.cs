using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Identity;
using InfoShare.Storage;
using InfoShare.Storage.Children;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Cli.Identity;

/// <summary>An organisation that knows a child, as <c>infoshare identity who</c> shows it: a pointer, no content.</summary>
/// <param name="Source">As <c>scheme/code</c>.</param>
/// <param name="Participant">Whose system it is.</param>
/// <param name="ToldAt">When it last said something new.</param>
/// <param name="Because">What the record was linked by, as codes.</param>
public sealed record ListedKnower(string Record, string Source, string Participant, DateTimeOffset Since, DateTimeOffset ToldAt, string Because);

/// <summary>Runs <c>infoshare identity reviews</c> and <c>who</c>; reads the store, also while a router has it open.</summary>
public sealed class IdentityListRun(TextWriter output, TextWriter error)
{
    public Task<int> ReviewsAsync(IdentityReviewsOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Reading(options.Place, scope => (All: scope.CountOpenReviews(), Shown: scope.OpenReviews(options.Most).Select(review => ListedReview.Of(scope, review)).ToList()), found => SayAsync(
            options.Place.Json, new { found.All, Reviews = found.Shown },
            [
                .. found.Shown.Select(one => $"{one.Review}  {one.OpenedAt:yyyy-MM-dd HH:mm} UTC  {one.Why}{(one.Likelihood is { } known ? $" {known:0.000}" : "")}  {string.Join(" and ", one.Sources)}"),
                found.All > found.Shown.Count ? $"the oldest {found.Shown.Count} of {found.All} open questions shown" : $"{found.All} open",
            ]), cancellationToken);
    }

    public Task<int> WhoAsync(IdentityWhoOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Reading(options.Place, scope => scope.FindDeliveries([options.DeliveryId]) is [{ ChildToken: { } child }, ..] ? scope.RecordsOf(child).Select(Of).ToList() : null, async found =>
            found is null
                ? await Failure.SayAsync("there is no such delivery, or it is about no child", options.Place.Json, output, error)
                : await SayAsync(options.Place.Json, found, [.. found.Select(one => $"{one.Source}  since {one.Since:yyyy-MM-dd}, last told {one.ToldAt:yyyy-MM-dd}, record {one.Record} of {one.Participant}, by {one.Because}")]),
            cancellationToken);
    }

    private Task<int> Reading<T>(DeskPlace place, Func<ReadScope, T> read, Func<T, Task<int>> tell, CancellationToken cancellationToken) =>
        new RecordsReading(output, error).RunAsync(new(place.Data, place.Config, place.Json), read, tell, cancellationToken);

    private static ListedKnower Of(RecordRow row) => new(
        row.Record, row.Source, row.Sender, Instants.FromMicroseconds(row.FirstSeen), Instants.FromMicroseconds(row.ToldAt), row.Because);

    private async Task<int> SayAsync<T>(bool json, T document, IReadOnlyList<string> lines)
    {
        foreach (var line in json ? [JsonSerializer.Serialize(document, WireJson.Options)] : lines)
            await output.WriteLineAsync(line);
        return 0;
    }
}
