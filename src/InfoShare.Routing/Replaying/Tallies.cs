using InfoShare.Contracts.Codes;
using InfoShare.Policy;
using InfoShare.Storage.Decisions;

namespace InfoShare.Routing.Replaying;

/// <summary>Counts what is found, and remembers no more of it than a report holds, however many decisions there are.</summary>
internal sealed class Tallies
{
    private readonly Dictionary<(string Role, PartName? Part, Change Change), Counting> differences = [];
    private readonly Dictionary<string, (Counting Told, Counting WithoutAgreement)> reached = [];
    private readonly Dictionary<string, long> unknownSets = [];
    private readonly Counting unreadable = new();

    public long Same { get; set; }

    public long NotRepeatable { get; set; }

    public long Erased { get; set; }

    private long Different { get; set; }

    public void AddUnreadable(DecisionRow row) => unreadable.Add(row.DeliveryId);

    public void AddReached(DecisionRow row, string role, bool told)
    {
        if (!reached.TryGetValue(role, out var counting))
            reached[role] = counting = (new(), new());
        (told ? counting.Told : counting.WithoutAgreement).Add(row.MessageId);
    }

    public void AddUnknownSet(DecisionRow row) => unknownSets[row.Policy] = unknownSets.GetValueOrDefault(row.Policy) + 1;

    public void AddDifferent(DecisionRow row, string role, SharingDecision before, SharingDecision after)
    {
        Different++;
        foreach (var (part, change) in Changes.Between(before, after))
        {
            if (!differences.TryGetValue((role, part, change), out var counting))
                differences[(role, part, change)] = counting = new();
            counting.Add(row.DeliveryId);
        }
    }

    public ReplayReport Report() => new(
        Same + Different + NotRepeatable + Erased + unreadable.Tally.Count + unknownSets.Values.Sum(),
        Same, Different, NotRepeatable, Erased, unreadable.Tally, unknownSets,
        [.. differences.Select(found => new Difference(found.Key.Role, found.Key.Part, found.Key.Change, found.Value.Tally))
            .OrderBy(found => found.Role, StringComparer.Ordinal).ThenBy(found => found.Part).ThenBy(found => found.Change)],
        [.. reached.OrderBy(found => found.Key, StringComparer.Ordinal)
            .Select(found => new Reach(found.Key, found.Value.Told.Tally, found.Value.WithoutAgreement.Tally))]);

    private sealed class Counting
    {
        private const int MostExamples = 5;

        private readonly List<string> examples = [];
        private long count;

        public Tally Tally => new(count, examples);

        public void Add(string id)
        {
            count++;
            if (examples.Count < MostExamples && !examples.Contains(id))
                examples.Add(id);
        }
    }
}
