using System.Text;
using System.Xml.Linq;
using InfoShare.Adapters.Education;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using Xunit;
using static InfoShare.Tests.Education.CtfSample;

namespace InfoShare.Tests.Education;

/// <summary>What a school is handed: a transfer file where that says everything, else JSON.</summary>
public sealed class CtfDeliveryTests
{
    private static readonly ChildMovedArea Sent = Move(File(Pupil("""
        <BasicDetails><FormerUPN>P942999825002</FormerUPN><PreferredForename>Rob</PreferredForename><FormerSurname>Sampler</FormerSurname><MiddleNames>Sample Example</MiddleNames></BasicDetails>
        <Address><AddressLines><AddressLine1>12 Invented Row &amp; Yard</AddressLine1><AddressLine2>Nowhere</AddressLine2></AddressLines><PostCode>CA99 9ZZ</PostCode></Address>
        """)));

    [Fact]
    public void A_move_to_a_school_is_a_transfer_file_from_which_the_same_move_is_read()
    {
        var file = EducationAdapter.Format.Write(Delivery(Sent));

        Assert.Equal(".ctf.xml", file.Extension);
        var read = Move(Encoding.UTF8.GetString(file.Content));
        Assert.Equal(["Header/SourceSchool/URN"], read.Marks.Select(m => m.Field));
        Assert.Equivalent(Sent, read with { Marks = Sent.Marks }, strict: true);
    }

    [Theory]
    [InlineData(Unknown)]
    [InlineData("<LEA>942</LEA><URN>999996</URN>")]
    public void Every_kind_of_move_that_is_written_is_read_back(string destination)
    {
        var sent = Move(File(Pupil(), destination));

        var file = EducationAdapter.Format.Write(Delivery(sent, school: "urn/999996"));

        Assert.Equal(".ctf.xml", file.Extension);
        Assert.Equivalent(sent, Move(Encoding.UTF8.GetString(file.Content)) with { Marks = sent.Marks }, strict: true);
    }

    [Fact]
    public void It_is_of_version_25_and_says_nothing_but_who_where_and_when()
    {
        var file = XDocument.Parse(Encoding.UTF8.GetString(EducationAdapter.Format.Write(Delivery(Sent)).Content));

        Assert.Equal(("CTfile", "25.0"), (file.Root!.Name.LocalName, (string?)file.Root.Element("Header")!.Element("CTFversion")));
        Assert.Equal("935 999999", string.Join(' ', file.Root.Element("Header")!.Element("DestSchool")!.Elements().Select(e => e.Value)));
        Assert.Equal(["LEA", "AcademicYear"], file.Root.Element("Header")!.Element("SourceSchool")!.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(
            ["UPN", "Surname", "Forename", "DOB", "Sex", "BasicDetails", "Address", "SchoolHistory"],
            file.Root.Element("CTFpupilData")!.Element("Pupil")!.Elements().Select(e => e.Name.LocalName));
        Assert.Contains("delivery-1", (string?)file.Root.Element("Header")!.Element("DataDescriptor"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeat_is_byte_for_byte_the_same() =>
        Assert.Equal(EducationAdapter.Format.Write(Delivery(Sent)).Content, EducationAdapter.Format.Write(Delivery(Sent)).Content);

    [Fact]
    public void The_school_that_received_it_has_nothing_to_send_on() =>
        Assert.Equal(InfoShare.Adapters.Education.Ctf.CtfReasons.Received,
            Reason(Encoding.UTF8.GetString(EducationAdapter.Format.Write(Delivery(Sent)).Content), Context(null, new OrganisationSource("urn", "999999"))));

    public static TheoryData<string> WhatATransferFileCannotSay { get; } =
    [
        "contact", "plan", "household", "attendance", "NHS number", "two addresses", "restricted", "withheld", "masked", "obligation",
        "no birth date", "no name", "no day", "unknown area", "control character", "to a front door", "from health", "a notice", "a concern",
    ];

    [Theory]
    [MemberData(nameof(WhatATransferFileCannotSay))]
    public void What_a_transfer_file_cannot_say_is_handed_over_as_JSON(string what)
    {
        var delivery = Delivery(Sent).Data;
        var parts = delivery.Parts;
        var identity = parts.Identity!;
        delivery = what switch
        {
            "contact" => delivery with { Parts = parts with { Contact = new() { Role = Roles.DesignatedSafeguardingLead } } },
            "plan" => delivery with { Parts = parts with { Plan = new() { Plans = [new() { Type = PlanType.LookedAfter }] } } },
            "household" => delivery with { Parts = parts with { Household = new() { AdultsUnknown = true } } },
            "attendance" => delivery with { Parts = parts with { Education = parts.Education! with { AttendancePercent = 80 } } },
            "NHS number" => delivery with { Parts = parts with { Identity = identity with { Identifiers = [.. identity.Identifiers, new() { System = IdentifierSystem.NhsNumber, Value = "9990123454" }] } } },
            "two addresses" => delivery with { Parts = parts with { Address = new() { Addresses = [.. parts.Address!.Addresses, .. parts.Address.Addresses] } } },
            "restricted" => delivery with { Parts = parts with { Address = parts.Address! with { Restricted = true } } },
            "withheld" => delivery with { Withheld = [new() { Part = PartName.Address, Code = "restricted" }] },
            "masked" => delivery with { Masked = [PartName.Education] },
            "obligation" => delivery with { Obligations = ["no-onward-sharing"] },
            "no birth date" => delivery with { Parts = parts with { Identity = identity with { DateOfBirth = null } } },
            "no name" => delivery with { Parts = parts with { Identity = identity with { Names = [] } } },
            "no day" => delivery with { Move = delivery.Move! with { EffectiveDate = null } },
            "unknown area" => delivery with { Move = delivery.Move! with { ToArea = "E09000001" } },
            "control character" => delivery with { Parts = parts with { Identity = identity with { Names = [new() { Family = "Test\u0001person", Given = ["\uD800"], Use = NameUse.Usual }] } } },
            "to a front door" => delivery with { Recipient = new() { Organisation = "la/E10000029", Role = Roles.FrontDoor } },
            "from health" => delivery with { From = AgencyKind.Health },
            "a notice" => delivery with { Kind = DeliveryKind.Notice, Move = null, Parts = new() },
            _ => delivery with { Move = null, MessageType = MessageTypes.ConcernRaised.Name },
        };

        Assert.Equal(".json", EducationAdapter.Format.Write(Delivery(Sent) with { Data = delivery }).Extension);
    }

    private static Envelope<Delivery> Delivery(ChildMovedArea move, string school = "urn/999999") => new()
    {
        SpecVersion = "1.0",
        Id = "delivery-1",
        Source = OrganisationSource.OfKind(AgencyKind.Education),
        Type = MessageTypes.Delivery.CloudEventType,
        Time = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero),
        Data = new()
        {
            DeliveryId = "delivery-1",
            Kind = DeliveryKind.Original,
            MessageId = "message-1",
            MessageType = MessageTypes.ChildMovedArea.Name,
            Recipient = new() { Organisation = school, Role = Roles.DesignatedSafeguardingLead },
            From = AgencyKind.Education,
            Move = new() { MoveType = move.MoveType, EffectiveDate = move.EffectiveDate, FromArea = move.FromArea, ToArea = move.ToArea, ResponsibilityHeldBy = move.ResponsibilityHeldBy },
            Parts = move.Parts,
            Basis = ["UKGDPR-6-1-e"],
            Because = ["child-moved-area"],
        },
    };
}
