using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Tests.Routing;

/// <summary>Messages as adapters send them, about fictional children.</summary>
internal static class Messages
{
    public const string School = "education-cumberland";
    public static readonly DateTimeOffset Morning = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    private static readonly string SchoolSource = new OrganisationSource("urn", "999998").Uri;

    public static MessageParts Robin(string local = "P-1", string nhs = "9449305552") => new()
    {
        Identity = new()
        {
            Identifiers = nhs.Length == 0
                ? [new() { System = IdentifierSystem.Local, Value = local }]
                : [new() { System = IdentifierSystem.Local, Value = local }, new() { System = IdentifierSystem.NhsNumber, Value = nhs }],
            Names = [new() { Family = "Testperson", Given = ["Robin"] }],
            DateOfBirth = new DateOnly(2016, 5, 14),
            Sex = Sex.Male,
        },
        Address = new() { Addresses = [new() { Lines = ["3 Imaginary Lane"], Postcode = "CA99 9ZZ", AreaCode = "E06000063" }] },
        Incident = new() { ObservedAt = Morning, Categories = ["NEG"], Facts = "Invented facts." },
        ChildVoice = new() { Status = ChildVoiceStatus.Obtained, Words = "Invented words." },
        Household = new() { Adults = [new() { Relationship = "mother" }] },
        Medical = new() { GpPractice = "Z99999", Notes = "Invented medical note." },
        Education = new() { SchoolUrn = "999998", AttendancePercent = 80.8m },
        Intelligence = new() { Scheme = "3x5x2", Notes = "Invented intelligence." },
        ThirdParty = new() { Notes = "Invented neighbour." },
        Contact = new() { Role = "designated-safeguarding-lead", Reach = "01632 960001" },
        Plan = new() { Plans = [new() { Type = PlanType.ChildInNeed, Start = new DateOnly(2026, 6, 1) }] },
    };

    /// <summary>A child of another family, without an NHS number.</summary>
    public static MessageParts Maya(string local) => Robin(local, "") is var parts ? parts with
    {
        Identity = parts.Identity! with { Names = [new() { Family = "Otherperson", Given = ["Maya"] }], DateOfBirth = new DateOnly(2012, 11, 30) },
        Address = new() { Addresses = [new() { Lines = ["8 Pretend Street"], Postcode = "CA99 9ZZ", AreaCode = "E06000063" }] },
    } : parts;

    public static ConcernRaised Concern(int? level = 4, string id = "concern-1", MessageParts? parts = null) =>
        new() { ConcernId = id, LevelOfNeed = level, Parts = parts ?? Robin() };

    public static ChildMovedArea MoveToSuffolk(string id = "move-1", bool? restricted = null) => new()
    {
        MoveId = id,
        MoveType = MoveType.Permanent,
        DetectedBy = MoveSignal.Address,
        FromArea = "E06000063",
        ToArea = "E10000029",
        Parts = Robin() with
        {
            Address = new()
            {
                Restricted = restricted,
                Addresses =
                [
                    new() { Lines = ["9 Pretend Street"], Postcode = "IP99 9ZZ", AreaCode = "E10000029", Use = AddressUse.Home },
                    new() { Lines = ["3 Imaginary Lane"], Postcode = "CA99 9ZZ", AreaCode = "E06000063", Use = AddressUse.Old },
                ],
            },
        },
    };

    public static ConsentRecorded Agreement(ConsentAnswer answer = ConsentAnswer.Given, string id = "consent-1") => new()
    {
        ConsentId = id,
        AgreementTo = AgreementTo.Share,
        Answer = answer,
        GivenBy = ConsentGivenBy.Parent,
        ValidFrom = Morning.AddDays(-1),
        Parts = new() { Identity = Robin().Identity },
    };

    /// <summary>An ordinary or urgent message of the school, the n-th of its key.</summary>
    public static Envelope<T> From<T>(T data, int n, string key = "key-1", string? source = null, string? id = null, int epoch = 1)
    {
        var (urgent, type) = (Urgency.Of(data!), MessageTypes.All.Single(known => known.Data == data!.GetType()));
        return new()
        {
            SpecVersion = "1.0",
            Id = id ?? $"{key}-{type.Data.Name}-{n}",
            Source = source ?? SchoolSource,
            Type = type.CloudEventType,
            Time = Morning,
            DataSchema = type.DataSchema,
            PartitionKey = key,
            Order = $"{n:d20}",
            Sequence = urgent ? null : n,
            Epoch = urgent ? null : epoch,
            Data = data,
        };
    }
}
