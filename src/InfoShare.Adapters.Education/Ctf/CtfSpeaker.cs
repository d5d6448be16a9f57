using InfoShare.Adapters.Education.Pupils;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>Whose file it is.</summary>
/// <param name="Organisation">In whose name moves are sent; null when it is a file that the participant's school received.</param>
internal sealed record CtfSpeaker(OrganisationSource? Organisation)
{
    /// <summary>The speaker, or why the file is not taken.</summary>
    public static ReadResult<CtfSpeaker> Of(CtfHeader header, TranslationContext context)
    {
        if (context.Organisations is not [var first, ..])
            return ReadResult.Bad<CtfSpeaker>("", "the participant speaks for no organisation, so nothing can be sent in its name");
        if (Own(header.Source, context) is { } own)
            return ReadResult.Ok(new CtfSpeaker(own));
        var destinationIsOwn = Own(header.Destination, context) is not null;
        // One that names no school as its source, as those that InfoShare writes, is not our own school's.
        if (header.Source.Urn is not null || (destinationIsOwn && header.Source.Estab is null))
        {
            return destinationIsOwn
                ? ReadResult.Ok(new CtfSpeaker(Organisation: null))
                : ReadResult.Bad<CtfSpeaker>("Header/SourceSchool/URN", "must be of a school that this participant speaks for");
        }

        // Files of before version 18 name no URN, and nothing here tells authority and estab of a school. Only one that cannot
        // have been received is taken for our own: a received one would move a child away from where it has just come to.
        if (destinationIsOwn || header.Destination is { IsUnknown: false, IsOutOfSector: false, IsAuthorityItself: false, Urn: null })
            return ReadResult.Bad<CtfSpeaker>("Header/SourceSchool/URN", "is required where the file may have come to this participant: nothing else tells whether its school wrote or received it");
        return ReadResult.Ok(new CtfSpeaker(context.Organisations.FirstOrDefault(o => o.Scheme is "urn") ?? first));
    }

    private static OrganisationSource? Own(CtfSchool school, TranslationContext context) =>
        context.Organisations.FirstOrDefault(o => o.Scheme is "urn" && o.Code == school.Urn)
        ?? (school.IsAuthorityItself ? context.Organisations.FirstOrDefault(o => o.Scheme is "la" && AuthorityCodes.Dfe(o.Code) == school.Authority) : null);
}
