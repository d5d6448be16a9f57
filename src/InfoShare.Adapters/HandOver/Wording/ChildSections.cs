using InfoShare.Contracts.Parts;
using static InfoShare.Adapters.HandOver.Wording.DeliveryWords;

namespace InfoShare.Adapters.HandOver.Wording;

/// <summary>Who the child is and where it lives, in words.</summary>
public static class ChildSections
{
    /// <summary>Identity and addresses, where they were released.</summary>
    public static IEnumerable<Section> Of(MessageParts parts) => new[] { Identity(parts.Identity), Address(parts.Address) }.OfType<Section>();

    /// <summary>What the child needs to be understood; null when nothing is told.</summary>
    public static Section? Needs(IdentityPart? part) => part is null ? null : Section.Of("About the child", NeedsOf(part));

    /// <summary>A name as it is said.</summary>
    public static string Name(PersonName name) => string.Join(' ', name.Given.Append(name.Family).OfType<string>());

    private static Section? Identity(IdentityPart? part) => part is null ? null : Section.Of(
        "About the child",
        [
            .. part.Names.Select(name => Line.Of(name.Use is NameUse.Former ? "Former name" : "Name", Name(name))),
            Line.Of("Date of birth", part.DateOfBirth is { } born ? Day(born) : null),
            Line.Of("Date of death", part.DateOfDeath is { } died ? Day(died) : null),
            Line.Of("Sex", part.Sex is { } sex ? Code(sex) : null),
            .. part.Identifiers.Select(Identifier),
            .. NeedsOf(part),
        ]);

    private static IEnumerable<Line?> NeedsOf(IdentityPart part) =>
    [
        Line.Of("Expected date of birth", part.ExpectedDateOfBirth is { } day ? Day(day) : null),
        Line.Of("Communication needs", List(part.CommunicationNeeds)),
        Line.Of("Disabilities (CIN census)", List(part.Disabilities)),
    ];

    private static Line? Identifier(Identifier identifier) => Line.Of(
        NumberOf(identifier.System), identifier.Status is IdentifierStatus.CheckFailed ? $"{identifier.Value} (its check digit is wrong)" : identifier.Value);

    private static string NumberOf(IdentifierSystem system) => system switch
    {
        IdentifierSystem.NhsNumber => "NHS number",
        IdentifierSystem.FormerNhsNumber => "Former NHS number",
        IdentifierSystem.Upn => "Unique pupil number",
        IdentifierSystem.FormerUpn => "Former unique pupil number",
        IdentifierSystem.LaChildId => "Number at the authority",
        _ => "Number at the sender",
    };

    private static Section? Address(AddressPart? part) => part is null ? null : Section.Of(
        "Where the child lives and lived",
        [
            part.Restricted is true ? Line.Of("Restricted: who knows this address could endanger the child.") : null,
            .. part.Addresses.Select(a => Line.Of(
                a.Use is { } use ? Code(use) : "home",
                List([.. a.Lines, a.Postcode, a.AreaCode, a.From is { } from ? $"from {Day(from)}" : null, a.To is { } to ? $"to {Day(to)}" : null]))),
        ]);
}
