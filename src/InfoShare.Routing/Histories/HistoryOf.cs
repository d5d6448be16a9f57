using InfoShare.Clocks;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;
using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Patterns;
using InfoShare.Routing.Transfers;
using InfoShare.Storage;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Histories;

namespace InfoShare.Routing.Histories;

/// <summary>
/// What one reader may know of a child from before a message, so that nobody begins anew as if nothing had been. Every earlier concern
/// is a question of its own to the policy, asked for this reader now. Coded facts only. Pure.
/// </summary>
internal static class HistoryOf
{
    private const int MostTold = 20;

    /// <param name="facts">Of the message that it goes with: who reads, and when.</param>
    /// <param name="isEarlier">Whether a concern was before that message, and is not its own.</param>
    public static HistoryPart Message(SharingFacts facts, ChildPast past, Func<PastConcernRow, bool> isEarlier, SharingPolicy policy)
    {
        var answers = new Dictionary<string, (bool MayKnow, MessageFacts Facts)>();
        var known = past.Concerns.Where(isEarlier).Select(row => (Row: row, Answer: Ask(row.Facts, facts, policy, answers))).Where(one => one.Answer.MayKnow).ToList();
        return new()
        {
            EarlierConcerns = known.Count,
            Since = known.Count == 0 ? null : DayOf(known[^1].Row),
            Concerns = [.. known.Take(MostTold).Select(one => Earlier(one.Row, one.Answer.Facts))],
            Plans = [.. past.Involvements.SelectMany(row => DecisionTable.Read<OpenPlan[]>(row.Plans)).OrderByDescending(plan => plan.End ?? DateOnly.MaxValue).ThenByDescending(plan => plan.Start).Distinct().Take(MostTold)],
            Responsibility = ResponsibilityOf.Child(past.Transfers, past.Involvements) is { } held
                ? facts.Message.AddressRestricted && !facts.Recipient.SeesRestrictedAddress ? held with { HeldBy = null } : held
                : null,
        };
    }

    /// <summary>Those with equal facts have one answer.</summary>
    private static (bool MayKnow, MessageFacts Facts) Ask(string concern, SharingFacts facts, SharingPolicy policy, Dictionary<string, (bool, MessageFacts)> answers)
    {
        if (answers.TryGetValue(concern, out var before))
            return before;
        var earlier = DecisionTable.Read<MessageFacts>(concern);
        // Of several that together may be more, the earlier ones are what makes them so.
        var asked = earlier with { Parts = [], Cumulative = earlier.Cumulative || (facts.Message.Cumulative && earlier.LevelOfNeed < CumulativeConcerns.InNeed) };
        return answers[concern] = (policy.Decide(facts with { Message = asked }).MayKnow, earlier);
    }

    private static EarlierConcern Earlier(PastConcernRow row, MessageFacts facts) => new()
    {
        On = DayOf(row),
        From = facts.From,
        LevelOfNeed = facts.LevelOfNeed,
        Categories = facts.Categories,
        Outcome = row.Outcome is { } outcome ? Coded.Read<ConcernOutcome>(outcome) : null,
    };

    private static DateOnly DayOf(PastConcernRow row) => London.DayOf(Instants.FromMicroseconds(row.HappenedAt));
}
