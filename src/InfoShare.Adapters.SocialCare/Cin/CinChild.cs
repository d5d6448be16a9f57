using System.Xml.Linq;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>A child as the census describes it.</summary>
/// <param name="Id"><c>LAchildID</c>; null when there is none that can be used.</param>
/// <param name="Identity">The identity part of the child's messages.</param>
/// <param name="HasDied">Whether the child has died.</param>
/// <param name="IsAdult">Whether the child is 18 or more. Without a birth date, no.</param>
/// <param name="Marks">What was dropped.</param>
internal sealed record CinChild(string? Id, IdentityPart Identity, bool HasDied, bool IsAdult, IReadOnlyList<Mark> Marks)
{
    /// <summary>The schema says 20 letters and digits; real ones are longer and have other characters.</summary>
    private const int LongestId = 40;

    private const int AdultAge = 18;

    public static CinChild Read(XElement child, DateOnly asOf)
    {
        var marks = new List<Mark>();
        var fields = new CinFields(child, "", asOf, marks);
        var identifiers = fields.Block("ChildIdentifiers");
        var id = identifiers.Text("LAchildID") is { Length: <= LongestId } text ? text : null;
        var (born, expected) = Births(identifiers, asOf);
        var identity = new IdentityPart
        {
            Identifiers = [.. Identifiers(id, identifiers)],
            DateOfBirth = born,
            ExpectedDateOfBirth = expected,
            Sex = CinSex.Read(identifiers),
            Disabilities = fields.Block("ChildCharacteristics").Block("Disabilities")
                .Codes("Disability", CinCodes.Disabilities, "must be a disability code of the census"),
        };
        return new(id, identity, identifiers.PastDay("PersonDeathDate") is not null, born is { } day && Age(day, asOf) >= AdultAge, marks);
    }

    private static IEnumerable<Identifier> Identifiers(string? id, CinFields fields)
    {
        if (id is not null)
        {
            yield return new() { System = IdentifierSystem.LaChildId, Value = id, Status = IdentifierStatus.Present };
            yield return new() { System = IdentifierSystem.Local, Value = id, Status = IdentifierStatus.Present };
        }

        if (PupilNumber("UPN", IdentifierSystem.Upn, fields) is { } upn)
            yield return upn;
        if (PupilNumber("FormerUPN", IdentifierSystem.FormerUpn, fields) is { } former)
            yield return former;
    }

    /// <summary>A wrong check letter is kept as evidence; another form than a UPN's is no UPN.</summary>
    private static Identifier? PupilNumber(string name, IdentifierSystem system, CinFields fields)
    {
        if (fields.Text(name) is not { } text)
            return null;
        if (Upn.HasForm(text))
            return new() { System = system, Value = Upn.Compact(text), Status = Upn.IsValid(text) ? IdentifierStatus.Present : IdentifierStatus.CheckFailed };
        fields.Mark(name, "must be a letter, eleven digits, and a digit or letter");
        return null;
    }

    private static (DateOnly? Born, DateOnly? Expected) Births(CinFields fields, DateOnly asOf)
    {
        var born = fields.PastDay("PersonBirthDate");
        var expected = fields.Day("ExpectedPersonBirthDate");
        if (born is not null && expected is not null)
            fields.Mark("ExpectedPersonBirthDate", "must not be given together with PersonBirthDate");
        else if (expected is { } day && (Age(day, asOf) >= AdultAge || day.DayNumber - asOf.DayNumber > 366))
            fields.Mark("ExpectedPersonBirthDate", "must be a day within the next year, or in the last 18");
        else if (born is null && expected is null)
            fields.Mark("PersonBirthDate", "is missing, and so is ExpectedPersonBirthDate");
        else
            return (born, expected);
        return (born, null);
    }

    /// <summary>Somebody born on 29 February is a year older on 1 March: of two days, the one that keeps a child a child.</summary>
    private static int Age(DateOnly born, DateOnly asOf) =>
        asOf.Year - born.Year - ((asOf.Month, asOf.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);
}
