using InfoShare.Adapters.PickUp;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Recipients;

namespace InfoShare.Cli.Checking;

/// <summary>What would become of one record, without a personal value.</summary>
/// <param name="Place">Where in the file.</param>
/// <param name="Messages">What would be sent.</param>
/// <param name="NothingBecause">Why nothing is sent; null when something is, or when it is quarantined.</param>
/// <param name="Problems">What would go to quarantine, and why.</param>
public sealed record CheckedRecord(string Place, IReadOnlyList<CheckedMessage> Messages, string? NothingBecause, IReadOnlyList<Problem> Problems)
{
    /// <summary>The outcome of a record.</summary>
    /// <param name="record">As the translator read it.</param>
    /// <param name="from">The kind of agency that would send it.</param>
    /// <param name="at">When it would be decided, UTC.</param>
    public static CheckedRecord Of(RecordTranslation record, AgencyKind from, DateTimeOffset at) => record switch
    {
        RecordTranslation.Messages { Drafts: var drafts } => OfDrafts(record.Place, drafts, from, at),
        RecordTranslation.NothingToSend nothing => new(record.Place, [], nothing.Reason, []),
        RecordTranslation.Quarantined bad => new(record.Place, [], null, [.. bad.Problems.Select(Problem.Of)]),
        _ => throw new ArgumentOutOfRangeException(nameof(record)),
    };

    private static CheckedRecord OfDrafts(string place, IReadOnlyList<Draft> drafts, AgencyKind from, DateTimeOffset at)
    {
        var limits = drafts.Select(draft => FieldLimits.Check(draft.Data, "data")).ToList();
        return new(
            place,
            [.. drafts.Where((_, i) => limits[i].Count == 0).Select(draft => CheckedMessage.Of(draft.Data, from, at))],
            drafts.Count == 0 ? "no message" : null,
            [.. limits.SelectMany(problems => problems).Select(Problem.Of)]);
    }
}

/// <summary>One message that would be sent.</summary>
/// <param name="Type">Such as <c>concern.raised</c>.</param>
/// <param name="LevelOfNeed">Of a concern; null: unknown, or no concern.</param>
/// <param name="To">The roles that would get it.</param>
/// <param name="WithAgreementTo">The roles that would get it if somebody has recorded an agreement to share that stands.</param>
public sealed record CheckedMessage(string Type, int? LevelOfNeed, IReadOnlyList<string> To, IReadOnlyList<string> WithAgreementTo)
{
    /// <summary>By what the message itself says.</summary>
    public static CheckedMessage Of(object data, AgencyKind from, DateTimeOffset at)
    {
        var roles = LikelyRecipients.Of(data, from, at).ToLookup(r => r.Condition, r => r.Role);
        return new(
            MessageTypes.All.Single(t => t.Data == data.GetType()).Name,
            (data as ConcernRaised ?? (data as ConcernCorrected)?.Concern)?.LevelOfNeed,
            [.. roles[SharingCondition.None]],
            [.. roles[SharingCondition.Agreement]]);
    }
}
