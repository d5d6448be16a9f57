using InfoShare.Adapters.Education.Pupils;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Education.Attendance;

/// <summary>Whose row it is.</summary>
/// <param name="Key">What the school's exports know the pupil by.</param>
/// <param name="Identity">Who it is.</param>
/// <param name="School">In whose name the concern is raised.</param>
internal sealed record Pupil(string Key, IdentityPart Identity, OrganisationSource School)
{
    private const int LongestNumber = 40;

    /// <summary>The pupil, or what stops the row.</summary>
    public static ReadResult<Pupil> Read(RowFields row, TranslationContext context)
    {
        if (context.Organisations is not [var first, ..])
            return ReadResult.Bad<Pupil>("", "the participant speaks for no organisation, so nothing can be sent in its name");
        var urn = row.Text(Column.SchoolUrn);
        if (urn is null && context.Organisations.Count > 1)
            row.Mark(Column.SchoolUrn, "is missing; the participant's first school speaks");
        if ((urn is null ? first : context.Organisations.FirstOrDefault(o => o.Scheme is "urn" && o.Code == urn)) is not { } school)
            return ReadResult.Bad<Pupil>($"{Column.SchoolUrn}", "must be of a school that this participant speaks for");

        var identity = IdentityOf(row, context.AsOf);
        return PupilKey.Of(identity) is { } key
            ? ReadResult.Ok(new Pupil(key, identity, school))
            : ReadResult.Bad<Pupil>($"{Column.Upn}", PupilKey.Required);
    }

    private static IdentityPart IdentityOf(RowFields row, DateOnly asOf)
    {
        var (surname, forename) = (row.Text(Column.Surname), row.Text(Column.Forename));
        return new()
        {
            Identifiers = [.. Numbers(row)],
            Names = surname is null && forename is null ? [] : [new() { Family = surname, Given = forename is null ? [] : [forename], Use = NameUse.Usual }],
            DateOfBirth = Born(row, asOf),
            Sex = SexOf(row),
        };
    }

    private static IEnumerable<Identifier> Numbers(RowFields row)
    {
        if (row.Text(Column.Upn) is { } text)
        {
            if (PupilNumbers.Read(text, IdentifierSystem.Upn) is { } upn)
                yield return upn;
            else
                row.Mark(Column.Upn, PupilNumbers.Form);
        }

        if (row.Text(Column.PupilId, LongestNumber) is { } id)
            yield return new() { System = IdentifierSystem.Local, Value = id, Status = IdentifierStatus.Present };
    }

    private static DateOnly? Born(RowFields row, DateOnly asOf)
    {
        var born = row.Day(Column.DateOfBirth);
        if (born is null || born <= asOf)
            return born;
        row.Mark(Column.DateOfBirth, "must not be after the day on which the file is read");
        return null;
    }

    private static Sex? SexOf(RowFields row)
    {
        var text = row.Text(Column.Sex)?.ToUpperInvariant();
        Sex? sex = text switch { "F" or "FEMALE" => Sex.Female, "M" or "MALE" => Sex.Male, "U" => Sex.Unknown, _ => null };
        if (text is not null && sex is null)
            row.Mark(Column.Sex, "must be F, M or U");
        return sex;
    }
}
