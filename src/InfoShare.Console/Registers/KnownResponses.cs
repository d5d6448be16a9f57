using InfoShare.Console.Flow;
using InfoShare.Contracts.Codes;
using InfoShare.Routing.Answers;
using InfoShare.Storage.Answers;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Console.Registers;

/// <summary>A concern and its answers, as far as the reader may know. Pure.</summary>
/// <param name="KnowsOutcome">Whether the reader may know what was decided: whoever sent it, and who sees everybody's.</param>
internal sealed record KnownResponses(ListedResponses Concern, bool KnowsOutcome)
{
    /// <summary>Stands for recipients whom a sender is not told of.</summary>
    public const string Unnamed = "others, not named here";

    /// <param name="organisation">Whose alone the reader may see; null: everybody's.</param>
    public static IReadOnlyList<KnownResponses> Of(IReadOnlyList<ResponseRow> rows, string? organisation, DateTimeOffset now) => organisation is null
        ? [.. ListedResponses.Of(rows, now).Select(concern => new KnownResponses(concern, true))]
        : [.. rows.GroupBy(row => (row.Sender, row.About)).Select(concern => Theirs([.. concern], organisation, now))];

    /// <summary>Who sent it learns what became of it, and not at whom; a recipient learns of its own share.</summary>
    private static KnownResponses Theirs(IReadOnlyList<ResponseRow> rows, string organisation, DateTimeOffset now)
    {
        var sent = rows[0].Source == OrganisationSource.UriOf(organisation);
        var own = rows.Where(row => IsOwn(row, organisation)).ToList();
        return new(
            new(rows[0].About, rows[0].Sender, sent ? rows[0].Outcome : null, [.. RecipientsOf(own, now), .. sent ? Coarse([.. RecipientsOf(rows.Except(own), now)]) : []]),
            sent);
    }

    /// <summary>That something was withheld from it, an organisation may not know.</summary>
    private static bool IsOwn(ResponseRow row, string organisation) =>
        row.Organisation == organisation && (DeliveryStates.MayHaveLeft.Contains(row.State) || row.State == DeliveryStates.Recalled);

    private static IEnumerable<ListedResponse> RecipientsOf(IEnumerable<ResponseRow> rows, DateTimeOffset now) => ListedResponses.Of(rows, now).SelectMany(concern => concern.Recipients);

    private static IEnumerable<ListedResponse> Coarse(IReadOnlyList<ListedResponse> others) => others.Count == 0 ? [] :
    [
        new(Unnamed, string.Join(", ", others.Select(one => FlowReading.FateOf(one.State)).Distinct().Order(StringComparer.Ordinal)), null, null,
            [.. others.SelectMany(one => one.Owed).Select(owed => owed with { Clock = "" }).Distinct().OrderBy(owed => owed.By)]),
    ];
}
