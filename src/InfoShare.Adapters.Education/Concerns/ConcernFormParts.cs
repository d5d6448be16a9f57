using InfoShare.Adapters.Education.Pupils;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Education.Concerns;

/// <summary>The parts of a concern from the fields of the form.</summary>
internal static class ConcernFormParts
{
    private const string RaisedBySchool = "2A";
    private const int MostLines = 8;
    private const int LongestLine = 200;

    public static IdentityPart Identity(FormReading form, DateOnly asOf)
    {
        var (family, given, written) = (form.Text(FormFields.Family, 100), form.Text(FormFields.Given, 100), form.Text(FormFields.Upn, 40));
        var upn = written is null ? null : PupilNumbers.Read(written, IdentifierSystem.Upn);
        if (written is not null && upn is null)
            form.Refuse(FormFields.Upn, PupilNumbers.Form);
        if (!new[] { FormFields.Family, FormFields.Given, FormFields.Upn }.Any(form.Has))
            form.Refuse(FormFields.Family, "is required, or a given name, or a unique pupil number");
        return new()
        {
            Identifiers = upn is null ? [] : [upn],
            Names = family is null && given is null ? [] : [new() { Family = family, Given = given is null ? [] : [given], Use = NameUse.Usual }],
            DateOfBirth = form.PastDay(FormFields.Born, asOf),
        };
    }

    /// <summary>A restriction is told even where the address is not.</summary>
    public static AddressPart? Address(FormReading form)
    {
        var lines = form.Text(FormFields.Address, MostLines * LongestLine)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (lines.Length > MostLines || Array.Exists(lines, line => line.Length > LongestLine))
            form.Refuse(FormFields.Address, $"must be at most {MostLines} lines of {LongestLine} characters");
        var postcode = form.Text(FormFields.Postcode, 10)?.ToUpperInvariant();
        var isKnown = lines.Length > 0 || postcode is not null;
        var isRestricted = form.Has(FormFields.Restricted);
        return !isKnown && !isRestricted ? null : new()
        {
            Restricted = isRestricted ? true : null,
            Addresses = isKnown ? [new() { Lines = lines, Postcode = postcode, Use = AddressUse.Home }] : [],
        };
    }

    public static IncidentPart Incident(FormReading form, DateOnly asOf) => new()
    {
        ObservedOn = form.PastDay(FormFields.Seen, asOf),
        ReferralSource = RaisedBySchool,
        Categories = form.Choices(FormFields.Categories, [.. FormWords.Categories.Select(c => c.Value)]),
        Facts = form.RequiredText(FormFields.Facts, 20_000),
        FamilyInformed = form.Choice(FormFields.Informed, [.. FormWords.Informed.Select(i => i.Value)]) switch
        {
            "yes" => FamilyInformed.Yes,
            "no" => FamilyInformed.No,
            "unsafe" => FamilyInformed.Unsafe,
            _ => null,
        },
        FamilyInformedWhy = form.Text(FormFields.InformedWhy, 2_000),
        ActionRequested = form.Text(FormFields.Asked, 4_000),
    };

    public static ChildVoicePart? ChildVoice(FormReading form) =>
        form.Text(FormFields.Words, 10_000) is { } words ? new() { Status = ChildVoiceStatus.Obtained, Words = words } : null;
}
