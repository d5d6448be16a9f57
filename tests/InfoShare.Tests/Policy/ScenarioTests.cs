using System.Text.Json;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Tests.Outside;

namespace InfoShare.Tests.Policy;

/// <summary>Runs the tables of <c>policies/scenarios</c>.</summary>
public sealed class ScenarioTests
{
    private static readonly JsonSerializerOptions Strict = new(WireJson.Options)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly SharingPolicy Policy = SharingPolicies.OfThisRelease.All[0];

    public static TheoryData<string, string> Titles => [.. Files().SelectMany(f => Read(f).Select(s => (Path.GetFileName(f), s.Title)))];

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_scenario_is_decided_as_its_table_says(string file, string title)
    {
        var scenario = Read(ProjectRoot.Path("policies", "scenarios", file)).Single(s => s.Title == title);

        var decision = Policy.Decide(scenario.Facts());

        Assert.Equal(scenario.MayKnow, decision.MayKnow);
        AssertSame(scenario.Because, decision.Because);
        AssertSame(scenario.Released, decision.Released);
        AssertSame(scenario.Masked, decision.With(PartEffect.Mask));
        AssertSame(scenario.Held, decision.With(PartEffect.Hold));
        Assert.Equal(scenario.Code ?? decision.Code, decision.Code);
    }

    [Fact]
    public void Every_rule_has_a_scenario_in_which_it_decides()
    {
        var deciding = Files().SelectMany(Read).Select(s => Policy.Decide(s.Facts())).SelectMany(d => d.Because.Concat(d.Parts.SelectMany(p => p.Because))).ToHashSet();

        Assert.All(Policy.Rules, rule => Assert.Contains(rule.Id, deciding));
    }

    private static void AssertSame<T>(IReadOnlyList<T>? expected, IEnumerable<T> actual)
    {
        if (expected is not null)
            Assert.Equal(expected.Order(), actual.Order());
    }

    private static string[] Files() => System.IO.Directory.GetFiles(ProjectRoot.Path("policies", "scenarios"), "*.json");

    private static Scenario[] Read(string file) => JsonSerializer.Deserialize<Scenario[]>(File.ReadAllBytes(file), Strict)!;

    private sealed record Scenario
    {
        public required string Title { get; init; }
        public required ScenarioMessage Message { get; init; }
        public required ScenarioRecipient Recipient { get; init; }
        public IReadOnlyList<ConsentFact> Consents { get; init; } = [];
        public DateTimeOffset At { get; init; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
        public DateTimeOffset? EmergencyUntil { get; init; }
        public required bool MayKnow { get; init; }
        public IReadOnlyList<string>? Because { get; init; }
        public IReadOnlyList<PartName>? Released { get; init; }
        public IReadOnlyList<PartName>? Masked { get; init; }
        public IReadOnlyList<PartName>? Held { get; init; }
        public string? Code { get; init; }

        public SharingFacts Facts() => new(
            new(Message.Type, Message.From, Message.LevelOfNeed, Message.ImmediateDanger, Message.AllegationAgainstStaff, Message.Handling,
                Message.HandlingHasConditions, Message.NamedRecipients, Message.Categories, Message.Factors, Message.AddressRestricted,
                Message.Unborn, Message.MoveType, Message.Parts, Message.PartsNamingAddress),
            new(Recipient.Organisation, Recipient.Kind, Recipient.Role, Recipient.Grants, Recipient.Relationship),
            [.. Consents.Select(c => c with { Agencies = c.Agencies ?? [], Scope = c.Scope ?? [] })], At, EmergencyUntil);
    }

    private sealed record ScenarioMessage
    {
        public string Type { get; init; } = "concern.raised";
        public AgencyKind From { get; init; } = AgencyKind.Education;
        public int? LevelOfNeed { get; init; }
        public bool ImmediateDanger { get; init; }
        public bool AllegationAgainstStaff { get; init; }
        public HandlingCode? Handling { get; init; }
        public bool HandlingHasConditions { get; init; }
        public IReadOnlyList<string> NamedRecipients { get; init; } = [];
        public IReadOnlyList<string> Categories { get; init; } = [];
        public IReadOnlyList<string> Factors { get; init; } = [];
        public bool AddressRestricted { get; init; }
        public bool Unborn { get; init; }
        public MoveType? MoveType { get; init; }
        public IReadOnlyList<PartName> Parts { get; init; } = [PartName.Identity, PartName.Address, PartName.Incident, PartName.Contact];
        public IReadOnlyList<PartName> PartsNamingAddress { get; init; } = [];
    }

    private sealed record ScenarioRecipient
    {
        public required string Role { get; init; }
        public AgencyKind Kind { get; init; } = AgencyKind.SocialCare;
        public string Organisation { get; init; } = "la/E06000063";
        public Relationship Relationship { get; init; } = Relationship.Area;
        public IReadOnlyList<string> Grants { get; init; } = [];
    }
}
