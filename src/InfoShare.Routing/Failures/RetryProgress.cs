using InfoShare.Storage.Failures;
using InfoShare.Vault;

namespace InfoShare.Routing.Failures;

/// <summary>What would be sent again, and what would not.</summary>
/// <param name="Going">How many would be sent again.</param>
/// <param name="NotGoing">How many would not, by the code of why.</param>
/// <param name="More">There are more in the group than one retry takes.</param>
public sealed record DryRun(int Going, IReadOnlyList<(string Why, int Count)> NotGoing, bool More);

/// <summary>How far a retry is, by what the recipients' adapters have said.</summary>
/// <param name="Left">Neither sent again nor left out.</param>
/// <param name="Sent">Sent again so far.</param>
/// <param name="Waiting">Of these, those whose outcome is not known.</param>
/// <param name="Stopped">Of these, those that rightly went no further.</param>
/// <param name="NotSent">Left out.</param>
public sealed record RetryProgress(long Left, long Sent, long Waiting, long HandedOver, long FailedAgain, long Stopped, long NotSent)
{
    public static RetryProgress Of(ReadScope scope, string retryId)
    {
        var tallies = scope.TallyOf(retryId);
        long Sum(string outcome, long again) => tallies.Where(one => one.Outcome == outcome && one.Again == again).Sum(one => one.Count);
        return new(
            Sum("", 0), tallies.Where(one => one.Again == 1).Sum(one => one.Count), Sum("", 1), Sum(RetryOutcomes.HandedOver, 1), Sum(RetryOutcomes.FailedAgain, 1),
            Sum(RetryOutcomes.Stopped, 1), Sum(RetryOutcomes.NotSent, 0));
    }
}
