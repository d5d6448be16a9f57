using InfoShare.Adapters.Education.Pupils;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Education.Concerns;

/// <summary>
/// Reads the concern form of the page for a designated safeguarding lead: one concern. Its reference, made with the page,
/// is the concern's key, so that the same page sent twice is one concern, and sent again with changes a correction.
/// </summary>
public sealed class ConcernFormTranslator : ITranslator
{
    private const string Place = "form";
    private const int ReferenceLength = 32;

    /// <inheritdoc/>
    public string Format => "concern-form";

    /// <summary>Never: a form comes by HTTP alone.</summary>
    public bool Recognises(string fileName, ReadOnlySpan<byte> start) => false;

    /// <inheritdoc/>
    public FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (SubmittedForm.Read(content.Span) is not { } form)
            return new FileTranslation.Unreadable(new FieldProblem("", $"must be a form of at most {SubmittedForm.MostBytes / 1024} KiB"));
        var reading = new FormReading(form);
        var school = School(reading, context.Organisations);
        var concern = Concern(reading, school, context.AsOf);
        return new FileTranslation.Readable(school is null || reading.Problems.Count > 0
            ? [new RecordTranslation.Quarantined(Place, reading.Problems)]
            : [new RecordTranslation.Messages(Place, new Draft(school, ChildKey(concern), concern.ConcernId, context.At, concern))]);
    }

    /// <summary>The one school there is, or the one that was chosen.</summary>
    private static OrganisationSource? School(FormReading form, IReadOnlyList<OrganisationSource> schools) =>
        schools is [var only] ? only
        : form.RequiredChoice(FormFields.School, [.. schools.Select(s => s.Id)]) is { } chosen ? schools.First(s => s.Id == chosen)
        : null;

    private static ConcernRaised Concern(FormReading form, OrganisationSource? school, DateOnly asOf)
    {
        var reference = form.RequiredText(FormFields.Reference, ReferenceLength);
        if (reference is not null && (reference.Length != ReferenceLength || !reference.All(char.IsAsciiHexDigitLower)))
            form.Refuse(FormFields.Reference, "must be the page's own: open the page again");
        var level = form.RequiredChoice(FormFields.Level, [.. FormWords.Levels.Select(l => l.Value)]);
        return new()
        {
            ConcernId = $"form:{reference}",
            LevelOfNeed = level is null or FormFields.UnknownLevel ? null : level[0] - '0',
            ImmediateDanger = form.Has(FormFields.Danger),
            AllegationAgainstStaff = form.Has(FormFields.Staff),
            Parts = new()
            {
                Identity = ConcernFormParts.Identity(form, asOf),
                Address = ConcernFormParts.Address(form),
                Incident = ConcernFormParts.Incident(form, asOf),
                ChildVoice = ConcernFormParts.ChildVoice(form),
                Education = school is { Scheme: "urn" } ? new() { SchoolUrn = school.Code } : null,
                Contact = new() { Role = Roles.DesignatedSafeguardingLead, Reach = form.Text(FormFields.Reach, 200) },
            },
        };
    }

    private static string ChildKey(ConcernRaised concern) => PupilKey.Of(concern.Parts.Identity!) ?? concern.ConcernId;
}
