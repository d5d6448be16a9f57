using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Education.Ctf.Writing;

/// <summary>Writes a move as a Common Transfer File, version 25, of one pupil: who it is, the address, the school left. Elements in the order in which other products write them.</summary>
internal static class CtfWriter
{
    private const int MostLines = 5;
    private const int FirstMonthOfYear = 8;

    private static readonly TimeZoneInfo UnitedKingdom =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The file. Text that XML cannot hold is left out.</summary>
    public static byte[] Write(Envelope<Delivery> delivery, MoveSummary move, IdentityPart identity)
    {
        var file = Element(CtfNames.Root, Header(delivery, move), Element(CtfNames.PupilData, Pupil(delivery.Data.Parts.Address, move, identity)));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
            file.Save(writer);
        return bytes.ToArray();
    }

    private static XElement Header(Envelope<Delivery> delivery, MoveSummary move)
    {
        var written = TimeZoneInfo.ConvertTime(delivery.Time, UnitedKingdom);
        return Element(CtfNames.Header,
            Text("DocumentName", "Common Transfer File"),
            Text("CTFversion", "25.0"),
            Text("DateTime", written.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)),
            Text("DocumentQualifier", "partial"),
            Text("DataDescriptor", $"Delivery {delivery.Data.DeliveryId}; basis: {string.Join(' ', delivery.Data.Basis)}"),
            Text("SupplierID", "InfoShare"),
            Element("SourceSchool", Text("LEA", AuthorityCodes.Dfe(move.FromArea)), Text("AcademicYear", AcademicYear(written))),
            Destination(delivery.Data.Recipient.Organisation, move));
    }

    /// <summary>The starting year: 2026 is 2026/27, from 1 August 2026.</summary>
    private static string AcademicYear(DateTimeOffset time) =>
        (time.Month < FirstMonthOfYear ? time.Year - 1 : time.Year).ToString(CultureInfo.InvariantCulture);

    private static XElement Destination(string school, MoveSummary move) => move.MoveType is MoveType.UnknownWhereabouts
        ? Element("DestSchool", Text("LEA", "XXX"), Text("Estab", "XXXX"))
        : Element("DestSchool", Text("LEA", AuthorityCodes.Dfe(move.ToArea)), Text("URN", school.Split('/')[^1]));

    private static XElement Pupil(AddressPart? address, MoveSummary move, IdentityPart identity)
    {
        var legal = Named(identity, NameUse.Official) ?? Named(identity, NameUse.Usual);
        return Element(CtfNames.Pupil,
            Text("UPN", Number(identity, IdentifierSystem.Upn)),
            Text("Surname", legal?.Family),
            Text("Forename", Forename(legal)),
            Text("DOB", identity.DateOfBirth is { } born ? CtfDay.Write(born) : null),
            Text("Sex", identity.Sex switch { Sex.Female => "F", Sex.Male => "M", Sex.Unknown => "U", _ => null }),
            Details(identity, legal),
            Address(address),
            Element("SchoolHistory", Element("School",
                Text("LEA", AuthorityCodes.Dfe(move.FromArea)),
                Text("LeavingDate", move.EffectiveDate is { } left ? CtfDay.Write(left) : null),
                Text("LastSchool", "true"))));
    }

    private static XElement? Details(IdentityPart identity, PersonName? legal)
    {
        var preferred = Named(identity, NameUse.Usual) is { } usual && usual != legal ? usual : null;
        var former = Named(identity, NameUse.Former);
        var details = Element("BasicDetails",
            Text("FormerUPN", Number(identity, IdentifierSystem.FormerUpn)),
            Text("PreferredSurname", preferred?.Family),
            Text("FormerSurname", former?.Family),
            Text("PreferredForename", Forename(preferred)),
            Text("FormerForename", Forename(former)),
            Text("MiddleNames", string.Join(' ', legal?.Given.Skip(1) ?? [])));
        return details.HasElements ? details : null;
    }

    private static XElement? Address(AddressPart? part) => part is { Addresses: [var address, ..] }
        ? Element("Address",
            Element("AddressLines", [.. address.Lines.Take(MostLines).Select((line, i) => Text($"AddressLine{i + 1}", line))]),
            Text("PostCode", address.Postcode))
        : null;

    private static PersonName? Named(IdentityPart identity, NameUse use) => identity.Names.FirstOrDefault(n => n.Use == use);

    private static string? Forename(PersonName? name) => name is { Given: [var first, ..] } ? first : null;

    private static string? Number(IdentityPart identity, IdentifierSystem system) => identity.Identifiers.FirstOrDefault(i => i.System == system)?.Value;

    private static XElement Element(string name, params XElement?[] children) => new(name, children.OfType<XElement>());

    private static XElement? Text(string name, string? text) => text is { Length: > 0 }
        ? new(name, string.Concat(text.EnumerateRunes().Where(c => !c.IsBmp || XmlConvert.IsXmlChar((char)c.Value))))
        : null;
}
