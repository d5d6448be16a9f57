using InfoShare.Adapters.Health.Events;
using InfoShare.Adapters.Health.Translation;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health.Mns;

/// <summary>
/// Turns one signal into its record. A change of practice is a possible move, without a destination: no address comes with
/// it. Everything else has to be looked up, or is nothing to share.
/// </summary>
internal static class MnsRecord
{
    public static RecordTranslation Read(MnsSignal signal, TranslationContext context)
    {
        if (signal.Type is not { } type)
            return Bad(signal, new(signal.Node.Field("type"), "is required"));
        var name = PdsEvents.NameOf(type);
        if (name is not (PdsEvents.PracticeChanged or PdsEvents.PracticeAsked))
            return Nothing(signal, PdsEvents.Nothing(name));
        if (signal.Registration is "1" or "2")
            return Nothing(signal, PdsEvents.FirstRegistration);
        if (signal.Id is not { } id)
            return Bad(signal, new(signal.Node.Field("id"), "is required"));
        if (context.Organisations is not [var from, ..])
            return Bad(signal, new(signal.Node.Path, "cannot be told on: this adapter speaks for no organisation"));
        if (MnsPerson.Of(signal, from, context.AsOf) is not { } person)
            return Bad(signal, new(signal.Node.Field("subject"), "is required: an NHS number"));
        if (person.IsAdult)
            return Nothing(signal, Reasons.Adult);

        var move = MnsMove.Of(signal, person, asked: name == PdsEvents.PracticeAsked, id);
        return FieldLimits.Check(move, "data") is { Count: > 0 } broken
            ? new RecordTranslation.Quarantined(signal.Node.Path, broken)
            : new RecordTranslation.Messages(signal.Node.Path, new Draft(
                from, person.Key, move.MoveId, signal.Time?.Moment?.ToUniversalTime() ?? context.At, move));
    }

    private static RecordTranslation.NothingToSend Nothing(MnsSignal signal, string why) => new(signal.Node.Path, why);

    private static RecordTranslation.Quarantined Bad(MnsSignal signal, FieldProblem problem) => new(signal.Node.Path, problem);
}
