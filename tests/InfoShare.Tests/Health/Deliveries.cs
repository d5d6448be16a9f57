using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Tests.Health;

/// <summary>Fictional deliveries of every kind.</summary>
internal static class Deliveries
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly IdentityPart Robin = new()
    {
        Identifiers = [new() { System = IdentifierSystem.NhsNumber, Value = "9990123454", Status = IdentifierStatus.Verified }, new() { System = IdentifierSystem.Upn, Value = "A123", Status = IdentifierStatus.CheckFailed }],
        Names = [new() { Family = "Testperson", Given = ["Robin"], Use = NameUse.Usual }, new() { Family = "Former", Use = NameUse.Former }],
        DateOfBirth = new(2016, 5, 14),
        Sex = Sex.Male,
        CommunicationNeeds = ["Makaton"],
    };

    public static readonly Delivery Rich = Concern("rich") with
    {
        LevelOfNeed = 4,
        ImmediateDanger = true,
        RespondBy = At.AddHours(4),
        Parts = new()
        {
            Identity = Robin,
            Address = new() { Addresses = [new() { Lines = ["3 Imaginary Lane"], Postcode = "IP99 9ZZ", AreaCode = "E10000029", Uprn = "100012", Use = AddressUse.Home, From = new(2026, 11, 15) }] },
            Incident = new() { ObservedAt = At, Facts = "Invented facts.\u0001", Categories = ["NEG"], FamilyInformed = FamilyInformed.Unsafe, PriorConcernCount = 0 },
            ChildVoice = new() { Status = ChildVoiceStatus.Obtained, Words = "Invented words.", AdultPresent = false },
            Household = new() { AdultsUnknown = true, Siblings = [new() { Relationship = "sister", Name = new() { Given = ["Alex"] } }] },
            Medical = new() { GpPractice = "Z99999", Notes = "Invented note." },
            Education = new() { SchoolUrn = "999999", AttendancePercent = 81.5m },
            Intelligence = new() { Scheme = "3x5x2", SourceEvaluation = "1" },
            ThirdParty = new() { People = [new() { Relationship = "neighbour" }] },
            Contact = new() { Role = "designated-safeguarding-lead", Reach = "01632 960001" },
            Plan = new() { Plans = [new() { Type = PlanType.ChildProtection, Start = new(2026, 1, 1) }], AllocatedTeam = "social-care-team-east" },
        },
        Masked = [PartName.Incident],
        Basis = ["uk-gdpr-6-1-e"],
        Because = ["front-door"],
        Obligations = ["no-onward-sharing"],
    };

    public static readonly Delivery Minimal = Concern("minimal") with { LevelOfNeed = 1, Parts = new() { Identity = new() { Names = [new() { Family = "Testperson" }] } } };

    public static readonly Delivery Withheld = Concern("withheld") with
    {
        Parts = new() { Identity = Robin },
        Withheld = [new() { Part = PartName.Address, Code = "restricted" }],
    };

    public static readonly Delivery Restricted = Concern("restricted") with
    {
        Parts = new() { Identity = Robin, Address = new() { Restricted = true, Addresses = [new() { AreaCode = "E10000029", Use = AddressUse.Home, From = new(2026, 11, 15) }] } },
    };

    public static readonly Delivery Unborn = Concern("unborn") with
    {
        Parts = new() { Identity = new() { ExpectedDateOfBirth = new(2027, 2, 1), Sex = Sex.Unknown }, ChildVoice = new() { Status = ChildVoiceStatus.Unborn } },
    };

    public static readonly Delivery Nobody = Concern("nobody") with { Parts = new() { Contact = new() { Role = "named-nurse" } } };

    public static readonly Delivery Move = Concern("move") with
    {
        MessageType = MessageTypes.ChildMovedArea.Name,
        Move = new() { MoveType = MoveType.Permanent, EffectiveDate = new(2026, 11, 15), FromArea = "E06000063", ToArea = "E10000029" },
        Parts = new()
        {
            Identity = Robin,
            Address = new() { Addresses = [new() { Lines = ["3 Imaginary Lane"], Postcode = "IP99 9ZZ", Use = AddressUse.Home, From = new(2026, 11, 15) }, new() { Postcode = "CA99 9ZZ", Use = AddressUse.Old, To = new(2026, 11, 15) }] },
        },
    };

    public static readonly Delivery Correction = Rich with { DeliveryId = "correction", Kind = DeliveryKind.Correction, MessageType = MessageTypes.ConcernCorrected.Name };

    public static readonly Delivery Notice = Concern("notice") with { Kind = DeliveryKind.Notice, MessageType = MessageTypes.ConcernCorrected.Name };

    public static readonly Delivery Answer = Concern("answer") with
    {
        Kind = DeliveryKind.Answer,
        MessageType = MessageTypes.ConcernDecision.Name,
        From = AgencyKind.SocialCare,
        Answer = new() { By = AgencyKind.SocialCare, Role = Roles.FrontDoor, At = At, Outcome = ConcernOutcome.S47, Text = "Invented rationale." },
    };

    public static IReadOnlyList<Delivery> All { get; } = [Rich, Minimal, Withheld, Restricted, Unborn, Nobody, Move, Correction, Notice, Answer];

    public static Envelope<Delivery> Enveloped(this Delivery delivery) => new()
    {
        SpecVersion = "1.0",
        Id = delivery.DeliveryId,
        Source = OrganisationSource.OfKind(delivery.From),
        Type = MessageTypes.Delivery.CloudEventType,
        Time = At,
        Data = delivery,
    };

    private static Delivery Concern(string id) => new()
    {
        DeliveryId = id,
        Kind = DeliveryKind.Original,
        MessageId = "m1",
        MessageType = MessageTypes.ConcernRaised.Name,
        About = "concern-1",
        Recipient = new() { Organisation = "ods/ZZ999", Role = Roles.NamedNurse },
        From = AgencyKind.Education,
        Parts = new(),
    };
}
