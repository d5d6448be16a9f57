using System.Xml.Linq;
using InfoShare.Adapters.Education.Pupils;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>What becomes of each pupil of one file: docs/formats-education.md, line by line.</summary>
internal sealed class CtfDecision(CtfHeader header, CtfSpeaker speaker, TranslationContext context)
{
    /// <summary>Transfer files are due within 15 school days of leaving; an archive dropped by mistake must not raise a thousand moves.</summary>
    public const int RecentDays = 365;

    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    /// <summary>The outcome of the n-th pupil.</summary>
    public RecordTranslation Of(XElement element, int n)
    {
        var (place, path) = ($"pupil {n}", $"Pupil[{n}]");
        if (!CtfNames.Same(element.Name.LocalName, CtfNames.Pupil))
            return new RecordTranslation.Quarantined(place, new FieldProblem(path, "must be an element named Pupil"));
        if (speaker.Organisation is not { } from)
            return new RecordTranslation.NothingToSend(place, CtfReasons.Received);

        var pupil = CtfPupil.Read(element, header.Source, context.AsOf);
        if (Unusable(pupil, path) is { } problem)
            return new RecordTranslation.Quarantined(place, problem);
        if (Nothing(pupil) is { } reason)
            return new RecordTranslation.NothingToSend(place, reason);

        var left = pupil.Leaving!.On!.Value;
        var key = $"ctf:{pupil.Key}:{CtfDay.Write(left)}";
        if (!keys.Add(key))
            return new RecordTranslation.Quarantined(place, new FieldProblem($"{path}/UPN", "must not be of a pupil who is in the file already"));
        var time = left <= context.AsOf ? new DateTimeOffset(left, TimeOnly.MinValue, TimeSpan.Zero) : context.At;
        return new RecordTranslation.Messages(place, new Draft(from, pupil.Key!, key, time, CtfMove.Of(header, pupil, left, key, context.AsOf)));
    }

    private static FieldProblem? Unusable(CtfPupil pupil, string path) => pupil switch
    {
        { Key: null } => new($"{path}/UPN", PupilKey.Required),
        { Leaving: { On: null } leaving } => new($"{path}/{leaving.Field}", CtfDay.Form),
        _ => null,
    };

    private string? Nothing(CtfPupil pupil) => pupil switch
    {
        _ when Age.IsAdult(pupil.Identity.DateOfBirth, context.AsOf) => Age.Adult,
        { Leaving: null } => CtfReasons.NoLeaver,
        _ when header.Destination.IsOutOfSector => CtfReasons.OutOfSector,
        { Leaving.On: { } left } when context.AsOf.DayNumber - left.DayNumber > RecentDays => CtfReasons.LongAgo,
        _ => null,
    };
}
