using System.Collections.Frozen;
using InfoShare.Adapters.SocialCare.Csv;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.SocialCare.PlanList;

/// <summary>Who the child of a row is. A number with a wrong check digit is kept and marked, never refused.</summary>
internal static class ListedChild
{
    private const int AdultAge = 18;
    private const int LongestNumber = 40;
    private const int LongestName = 100;
    private const int MostGiven = 10;
    private const int DaysOfPregnancy = 366;

    private static readonly FrozenDictionary<string, Sex> Sexes = new Dictionary<string, Sex>
    {
        ["F"] = Sex.Female,
        ["M"] = Sex.Male,
        ["U"] = Sex.Unknown,
    }.ToFrozenDictionary();

    public static IdentityPart Read(string id, CsvFields fields, DateOnly asOf)
    {
        var (born, expected) = Births(fields, asOf);
        return new()
        {
            Identifiers = [.. Identifiers(id, fields)],
            Names = Name(fields) is { } name ? [name] : [],
            DateOfBirth = born,
            ExpectedDateOfBirth = expected,
            Sex = fields.Code(PlanColumns.Sex, Sexes.Keys.ToFrozenSet(), "must be F, M or U") is { } code ? Sexes[code] : null,
        };
    }

    /// <summary>18 or more on the day. Without a birth date, no.</summary>
    public static bool IsAdult(IdentityPart identity, DateOnly asOf) =>
        identity.DateOfBirth is { } born
        && asOf.Year - born.Year - ((asOf.Month, asOf.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0) >= AdultAge;

    private static IEnumerable<Identifier> Identifiers(string id, CsvFields fields)
    {
        yield return new() { System = IdentifierSystem.LaChildId, Value = id, Status = IdentifierStatus.Present };
        yield return new() { System = IdentifierSystem.Local, Value = id, Status = IdentifierStatus.Present };
        if (fields.Text(PlanColumns.NhsNumber, LongestNumber) is { } nhs)
            yield return Checked(IdentifierSystem.NhsNumber, NhsNumber.Compact(nhs), NhsNumber.IsValid(nhs));
        if (fields.Text(PlanColumns.PupilNumber, LongestNumber) is { } upn)
            yield return Checked(IdentifierSystem.Upn, Upn.Compact(upn), Upn.IsValid(upn));
    }

    private static Identifier Checked(IdentifierSystem system, string value, bool valid) =>
        new() { System = system, Value = value, Status = valid ? IdentifierStatus.Present : IdentifierStatus.CheckFailed };

    private static PersonName? Name(CsvFields fields)
    {
        var given = (fields.Text(PlanColumns.Given) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = new PersonName
        {
            Family = fields.Text(PlanColumns.Family, LongestName),
            Given = [.. given.Where(g => g.Length <= LongestName).Take(MostGiven)],
        };
        return name is { Family: null, Given.Count: 0 } ? null : name;
    }

    private static (DateOnly? Born, DateOnly? Expected) Births(CsvFields fields, DateOnly asOf)
    {
        var (born, expected) = (fields.Day(PlanColumns.Born), fields.Day(PlanColumns.Expected));
        if (born > asOf)
        {
            fields.Mark(PlanColumns.Born, $"{CsvDay.NotYet}; of an unborn child give {PlanColumns.Expected}");
            born = null;
        }

        if (expected is null || (born is null && expected.Value.DayNumber - asOf.DayNumber <= DaysOfPregnancy && expected.Value.AddYears(AdultAge) > asOf))
            return (born, expected);
        fields.Mark(PlanColumns.Expected, $"must be a day within the next year or in the last {AdultAge}, and not be given together with {PlanColumns.Born}");
        return (born, null);
    }
}
