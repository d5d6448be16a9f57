using InfoShare.Policy;
using InfoShare.Routing.Replaying;
using InfoShare.Storage;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Console.Policies;

/// <summary>What a candidate would have decided of the past, or how far that has come.</summary>
/// <param name="Since">Decisions from then on.</param>
/// <param name="Most">So many at the most, the latest first.</param>
/// <param name="By">Who asked for it, by the token of their name.</param>
public sealed record CandidateReplay(string Version, string Name, DateTimeOffset Since, int Most, string By, DateTimeOffset AskedAt)
{
    private const int Page = 250;

    /// <summary>How many have been decided again.</summary>
    public long Done { get; init; }

    /// <summary>Null until all of them have been.</summary>
    public ReplayReport? Report { get; init; }

    /// <summary>Of how many children something would have been decided otherwise.</summary>
    public long Children { get; init; }

    /// <summary>There were more than it was to look at.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>Where each delivery of the examples is told of.</summary>
    public IReadOnlyDictionary<string, string> Cases { get; init; } = new Dictionary<string, string>();

    /// <summary>It ended without an answer.</summary>
    public bool Failed { get; init; }

    /// <summary>Works a page at a time, so that nothing waits for it.</summary>
    /// <param name="progress">Is told how far it has come.</param>
    /// <param name="rest">After each page.</param>
    public async Task<CandidateReplay> RunAsync(RoutingStore store, SharingPolicy candidate, Action<CandidateReplay> progress, Func<Task> rest)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(rest);
        var deciding = new DecidingAgain(store.Read(Replay.KeptIn), _ => candidate);
        var (messages, children) = (new HashSet<(string, string)>(), new HashSet<string>());
        var (before, done, since, isCutOff) = (long.MaxValue, 0L, Since.ToMicroseconds(), true);
        while (done < Most)
        {
            var page = store.Read(scope => scope.DecisionsBefore(before, (int)Math.Min(Page, Most - done)));
            // Several routers number their decisions side by side: one may be a little out of order, a whole page is not.
            foreach (var row in page.Where(row => row.At >= since))
            {
                done++;
                if (deciding.Add(row) && row.ChildToken is { } child)
                    children.Add(child);
                if (messages.Add((row.Sender, row.MessageId)))
                    deciding.AddMessage(row);
            }

            if (page.All(row => row.At < since))
            {
                isCutOff = false;
                break;
            }

            before = page[^1].Id;
            progress(this with { Done = done });
            await rest();
        }

        var report = deciding.Report();
        return this with { Done = done, Report = report, Children = children.Count, IsCutOff = isCutOff, Cases = store.Read(scope => CasesOf(scope.FindDeliveries([.. report.Differences.SelectMany(one => one.Decisions.Examples).Distinct()]))) };
    }

    /// <summary>Where each delivery is told of.</summary>
    internal static Dictionary<string, string> CasesOf(IReadOnlyList<DeliveryRow> rows) => rows.ToDictionary(row => row.DeliveryId, row => $"/messages/{row.Sender}/{Uri.EscapeDataString(row.MessageId)}");
}
