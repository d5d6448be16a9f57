using InfoShare.Adapters.Education.Pupils;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>Who the pupil is.</summary>
internal static class CtfIdentity
{
    public static IdentityPart Read(CtfFields pupil, DateOnly asOf)
    {
        var details = pupil.Block("BasicDetails");
        return new()
        {
            Identifiers = [.. new[] { Number(pupil, "UPN", IdentifierSystem.Upn), Number(details, "FormerUPN", IdentifierSystem.FormerUpn) }.OfType<Identifier>()],
            Names = [.. Names(pupil, details)],
            DateOfBirth = Born(pupil, asOf),
            Sex = SexOf(pupil, "Sex") ?? SexOf(pupil, "Gender"),
        };
    }

    private static Identifier? Number(CtfFields fields, string name, IdentifierSystem system)
    {
        if (fields.Text(name) is not { } text)
            return null;
        var number = PupilNumbers.Read(text, system);
        if (number is null)
            fields.Mark(name, PupilNumbers.Form);
        return number;
    }

    /// <summary>The usual name first: the preferred one where there is one, else the legal one.</summary>
    private static IEnumerable<PersonName> Names(CtfFields pupil, CtfFields details)
    {
        var (surname, forename) = (Name(pupil, "Surname"), Name(pupil, "Forename"));
        var middle = Name(details, "MiddleNames")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var usual = Name(details, "PreferredSurname", "PreferredForename", surname, forename);
        var hasUsual = usual.Family != surname || !usual.Given.SequenceEqual(Given([forename]));
        var legal = new PersonName { Family = surname, Given = Given([forename, .. middle]), Use = hasUsual ? NameUse.Official : NameUse.Usual };
        var former = Name(details, "FormerSurname", "FormerForename", null, null) with { Use = NameUse.Former };
        return new[] { hasUsual ? usual with { Use = NameUse.Usual } : null, legal, former }.OfType<PersonName>().Where(n => n.Family is not null || n.Given.Count > 0);
    }

    private static PersonName Name(CtfFields fields, string family, string given, string? familyOtherwise, string? givenOtherwise) => new()
    {
        Family = Name(fields, family) ?? familyOtherwise,
        Given = Given([Name(fields, given) ?? givenOtherwise]),
    };

    private static string? Name(CtfFields fields, string name) => fields.Text(name, longest: 100);

    private static IReadOnlyList<string> Given(IEnumerable<string?> names) => [.. names.OfType<string>().Take(10)];

    private static DateOnly? Born(CtfFields pupil, DateOnly asOf)
    {
        var born = pupil.Day("DOB");
        if (born is null || born <= asOf)
            return born;
        pupil.Mark("DOB", "must not be after the day on which the file is read");
        return null;
    }

    /// <summary><c>Sex</c> since version 25, <c>Gender</c> before.</summary>
    private static Sex? SexOf(CtfFields pupil, string name)
    {
        var code = pupil.Text(name)?.ToUpperInvariant();
        Sex? sex = code switch { "F" => Sex.Female, "M" => Sex.Male, "U" => Sex.Unknown, _ => null };
        if (code is not null && sex is null)
            pupil.Mark(name, "must be F, M or U");
        return sex;
    }
}
