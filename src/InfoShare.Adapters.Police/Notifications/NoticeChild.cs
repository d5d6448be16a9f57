using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>Who a child of a notice is, and where it lives.</summary>
internal static class NoticeChild
{
    private const int AdultAge = 18;
    private const int LongestDaysOfPregnancy = 366;
    private const int MostNames = 10;
    private const int LongestName = 100;
    private const int MostLines = 8;
    private const int MostIdentifiers = 20;

    /// <summary>The identity; a number with a wrong check digit is kept and marked, never refused.</summary>
    public static IdentityPart Identity(NoticeFields child, DateOnly today)
    {
        var born = child.Day("dateOfBirth");
        if (born > today)
        {
            child.Mark("dateOfBirth", "must not be in the future; of an unborn child give expectedDateOfBirth");
            born = null;
        }

        return new()
        {
            Identifiers = [.. Identifiers(child)],
            Names = Name(child.Block("name")) is { } name ? [name] : [],
            DateOfBirth = born,
            ExpectedDateOfBirth = Expected(child, born, today),
            Sex = Sex(child),
            CommunicationNeeds = child.Texts("communicationNeeds", MostNames),
        };
    }

    /// <summary>18 or more on the day. Without a birth date, no.</summary>
    public static bool IsAdult(IdentityPart identity, DateOnly today) =>
        identity.DateOfBirth is { } born
        && today.Year - born.Year - ((today.Month, today.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0) >= AdultAge;

    /// <summary>A name; null when there is none.</summary>
    public static PersonName? Name(NoticeFields name)
    {
        var read = new PersonName { Family = name.Text("family", LongestName), Given = name.Texts("given", MostNames, LongestName) };
        return read is { Family: null, Given.Count: 0 } ? null : read;
    }

    /// <summary>The child's address; where only the incident's area is told and it happened at home, that area.</summary>
    public static AddressPart? Address(NoticeFields child, string? homeArea)
    {
        var written = child.Block("address");
        var address = new Address
        {
            Lines = written.Texts("lines", MostLines),
            Postcode = written.Text("postcode", 10),
            AreaCode = Area(written, "laGss") ?? homeArea,
            Use = AddressUse.Home,
        };
        var told = address is not { Lines.Count: 0, Postcode: null, AreaCode: null };
        var restricted = child.Flag("addressRestricted");
        return told || restricted is not null ? new() { Restricted = restricted, Addresses = told ? [address] : [] } : null;
    }

    /// <summary>An ONS GSS code: a letter and eight digits.</summary>
    public static string? Area(NoticeFields fields, string name)
    {
        var code = fields.Text(name);
        if (code is null || (code.Length == 9 && char.IsAsciiLetterUpper(code[0]) && code[1..].All(char.IsAsciiDigit)))
            return code;
        fields.Mark(name, "must be an ONS code: a letter and eight digits");
        return null;
    }

    private static IEnumerable<Identifier> Identifiers(NoticeFields child) =>
        child.Each("identifiers").Take(MostIdentifiers).Select(Identifier).OfType<Identifier>();

    private static Identifier? Identifier(NoticeFields fields)
    {
        var system = fields.Code("system", ["local", "nhs-number", "upn"], "must be local, nhs-number or upn");
        return (system, fields.Text("value", NoticeLimits.Reference)) switch
        {
            (null, _) or (_, null) => null,
            ("nhs-number", var number) => Checked(IdentifierSystem.NhsNumber, NhsNumber.Compact(number), NhsNumber.IsValid(number)),
            ("upn", var number) => Checked(IdentifierSystem.Upn, Upn.Compact(number), Upn.IsValid(number)),
            (_, var reference) => new() { System = IdentifierSystem.Local, Value = reference, Status = IdentifierStatus.Present },
        };
    }

    /// <summary>Of a number of spaces only, nothing is left.</summary>
    private static Identifier? Checked(IdentifierSystem system, string value, bool valid) =>
        value.Length == 0 ? null : new() { System = system, Value = value, Status = valid ? IdentifierStatus.Present : IdentifierStatus.CheckFailed };

    private static DateOnly? Expected(NoticeFields child, DateOnly? born, DateOnly today)
    {
        if (child.Day("expectedDateOfBirth") is not { } expected)
            return null;
        if (born is null && expected.DayNumber - today.DayNumber <= LongestDaysOfPregnancy && expected.AddYears(AdultAge) > today)
            return expected;
        child.Mark("expectedDateOfBirth", "must be a day within the next year or in the last 18, and not be given together with dateOfBirth");
        return null;
    }

    private static Sex? Sex(NoticeFields child) => child.Code("sex", ["F", "M", "U"], "must be F, M or U") switch
    {
        "F" => Contracts.Parts.Sex.Female,
        "M" => Contracts.Parts.Sex.Male,
        "U" => Contracts.Parts.Sex.Unknown,
        _ => null,
    };
}
