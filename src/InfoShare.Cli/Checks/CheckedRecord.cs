using InfoShare.Adapters.PickUp;
using InfoShare.Adapters.Translation;

namespace InfoShare.Cli.Checks;

/// <summary>What would become of one record: one of these three is there.</summary>
/// <param name="Place">Where in the file.</param>
/// <param name="Messages">What would be sent.</param>
/// <param name="Because">Why nothing would be sent.</param>
/// <param name="Problems">Why it would go to quarantine.</param>
internal sealed record CheckedRecord(string Place, IReadOnlyList<CheckedMessage> Messages, string? Because, IReadOnlyList<Problem> Problems)
{
    public static CheckedRecord Of(RecordTranslation record, TranslationContext context) => record switch
    {
        RecordTranslation.Messages messages => new(record.Place, [.. messages.Drafts.Select(draft => CheckedMessage.Of(draft, context))], null, []),
        RecordTranslation.NothingToSend nothing => new(record.Place, [], nothing.Reason, []),
        RecordTranslation.Quarantined bad => new(record.Place, [], null, [.. bad.Problems.Select(Problem.Of)]),
        _ => throw new ArgumentOutOfRangeException(nameof(record)),
    };
}
