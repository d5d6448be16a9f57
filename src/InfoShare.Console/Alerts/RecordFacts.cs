using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Alerts;
using InfoShare.Storage.Approvals;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Probes;
using InfoShare.Vault;

namespace InfoShare.Console.Alerts;

/// <summary>What the records say that somebody may have to know of.</summary>
/// <param name="Stuck">Deliveries that need a person.</param>
/// <param name="UrgentWaiting">Urgent deliveries that were not received within their limit.</param>
/// <param name="LateAtRisk">Answers that are late and about a risk of significant harm, by organisation.</param>
/// <param name="ReviewsOverdue">Emergency access, by organisation.</param>
/// <param name="RefusedAt">Those that route by older policies than they were given.</param>
/// <param name="RestoredAt">When the store was last found to be restored; null: never.</param>
/// <param name="Unanswered">Participants whose adapters have left three probes unanswered.</param>
/// <param name="Channels">How the ways of telling work.</param>
public sealed record RecordFacts(
    IReadOnlyList<StuckRow> Stuck, IReadOnlyList<StuckRow> UrgentWaiting, IReadOnlyDictionary<string, long> LateAtRisk, IReadOnlyDictionary<string, long> ReviewsOverdue,
    IReadOnlyList<string> RefusedAt, DateTimeOffset? RestoredAt, IReadOnlyList<string> Unanswered, IReadOnlyList<AlertChannelRow> Channels)
{
    /// <summary>Changes that two people agreed on and that are not made: for minutes, or given up within a day.</summary>
    public IReadOnlyList<ApprovedWorkRow> NotDone { get; init; } = [];

    /// <summary>A change takes seconds.</summary>
    private static readonly TimeSpan SoonDone = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan GivenUpTold = TimeSpan.FromDays(1);

    /// <summary>More than these are not counted, so that a look stays short.</summary>
    private const int Most = 200;

    public static RecordFacts Read(ReadScope scope, AlertSettings settings, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(settings);
        var starts = scope.Starts();
        return new(
            scope.Stuck(), scope.UrgentNotReceived((now - settings.UrgentLimit).ToMicroseconds()), LateAtRiskOf(scope, now),
            ByOrganisation(scope.ReviewsOverdue(now.ToMicroseconds(), Most).Select(row => row.Organisation)),
            [.. starts.GroupBy(row => row.Writer).Where(rows => rows.Last(row => row.Kind == "started").N - 1 is var before && rows.Any(row => row.Kind == "policy-refused" && row.N == before)).Select(rows => rows.Key)],
            starts.Where(row => row.Kind == "store-restored").Max(row => (long?)row.At) is { } at ? Instants.FromMicroseconds(at) : null,
            [.. scope.Probes().Where(row => row.IsAlarm).Select(row => row.Participant)],
            scope.AlertChannels())
        {
            NotDone = scope.WorkNotDone((now - SoonDone).ToMicroseconds(), (now - GivenUpTold).ToMicroseconds()),
        };
    }

    private static Dictionary<string, long> LateAtRiskOf(ReadScope scope, DateTimeOffset now)
    {
        var late = scope.LateAnswers(now.ToMicroseconds(), Most);
        var decided = late.Count == 0 ? [] : scope.LatestDecisions([.. late.Select(row => row.DeliveryId).Distinct()]).Rows.ToDictionary(row => row.DeliveryId, row => row.Facts);
        return ByOrganisation(late.Where(row => AtRisk(decided.GetValueOrDefault(row.DeliveryId))).Select(row => row.Organisation));
    }

    /// <summary>What is not known counts as a risk.</summary>
    private static bool AtRisk(string? facts) => facts is not { Length: > 0 } || DecisionTable.Read<SharingFacts>(facts).Message.RiskOfSignificantHarm;

    private static Dictionary<string, long> ByOrganisation(IEnumerable<string> organisations) => organisations.GroupBy(one => one).ToDictionary(some => some.Key, some => some.LongCount());
}
