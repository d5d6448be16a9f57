using System.Reflection;
using System.Text.RegularExpressions;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Sets;
using InfoShare.Routing.Recipients;
using InfoShare.Tests.Policy;
using Xunit;
using static InfoShare.Tests.Docs.Situations;

namespace InfoShare.Tests.Docs;

/// <summary>The policy guide says what the program does: rules, roles, parts, bases and codes are those of the policy set and the code, no more and no less.</summary>
public sealed partial class PolicyGuideTests
{
    private const string Page = "docs/policy-guide.md";
    private static readonly string Guide = Sources.Text(Page);

    private static readonly SharingPolicy Policy = SharingPolicies.OfThisRelease.All[0];
    private static readonly SharingRule[] Grounds = [.. Policy.Rules.Where(rule => rule.Permits && !IsAboutParts(rule) && rule.Id is not "emergency-access"), Rule("emergency-access")];
    private static readonly SharingRule[] Prohibitions = [.. Policy.Rules.Where(rule => !rule.Permits)];

    [Fact]
    public void Every_ground_and_prohibition_is_there_in_the_order_of_the_set()
    {
        Assert.Equal(Grounds.Select(r => r.Id), FirstCodes(Markdown.Table(Guide, "Rule", "Says", "Roles")));
        Assert.Equal(Grounds.Select(r => r.Id), FirstCodes(Markdown.Table(Guide, "Rule", "Basis", "Obligations")));
        Assert.Equal(Prohibitions.Select(r => r.Id), FirstCodes(Markdown.Table(Guide, "Rule", "Says", "The sender is told")));
    }

    [Fact]
    public void A_ground_reaches_the_roles_that_the_guide_names()
    {
        foreach (var row in Markdown.Table(Guide, "Rule", "Says", "Roles").Skip(1))
        {
            var rule = Markdown.Codes(row[0]).Single();
            var reached = Roles.All.Where(role => Policy.Decide(ThatCallsFor(rule, role)).Because.Contains(rule));

            Assert.Equal(reached.Order(StringComparer.Ordinal), (row[2] == "every role" ? Roles.All : Markdown.Codes(row[2])).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_ground_has_the_basis_and_the_obligations_that_the_guide_names()
    {
        foreach (var row in Markdown.Table(Guide, "Rule", "Basis", "Obligations").Skip(1))
        {
            var rule = Rule(Markdown.Codes(row[0]).Single());

            Assert.Equal(rule.Basis, Markdown.Codes(row[1]));
            Assert.Equal(rule.Obligations, Markdown.Codes(row[2]));
        }
    }

    [Fact]
    public void A_prohibition_tells_the_sender_the_code_that_the_guide_names() => Assert.All(
        Markdown.Table(Guide, "Rule", "Says", "The sender is told").Skip(1),
        row => Assert.Equal(Rule(Markdown.Codes(row[0]).Single()).Code, Markdown.Codes(row[2]).Single()));

    [Fact]
    public void The_table_of_roles_and_parts_is_the_one_of_the_set()
    {
        var section = Markdown.Section(Page, "Which parts a role gets");
        var table = Markdown.Table(section, "Role", "address");
        var everyRole = Markdown.Codes(section.Split('\n').Single(line => line.StartsWith("Every role gets ", StringComparison.Ordinal)));

        Assert.Equal(Roles.All, FirstCodes(table));
        Assert.Equal(Words.Of(typeof(PartName)).Order(StringComparer.Ordinal), everyRole.Concat(table[0].Skip(1)).Order(StringComparer.Ordinal));
        foreach (var row in table.Skip(1))
        {
            var besides = table[0].Where((_, column) => row[column] == "yes");

            Assert.Equal(
                PartsFor(Markdown.Codes(row[0]).Single()).Select(NameOf).Order(StringComparer.Ordinal),
                everyRole.Concat(besides).Order(StringComparer.Ordinal));
            Assert.All(row.Skip(1), cell => Assert.Contains(cell, (string[])["", "yes"]));
        }
    }

    [Fact]
    public void Who_is_asked_is_what_the_guide_says()
    {
        var rows = Markdown.Table(Guide, "Message", "Roles").Skip(1).Select(row => Markdown.Codes(row[1])).ToList();

        AssertAsked(rows[0], Concern(4));
        AssertAsked(rows[1], Concern(3));
        AssertAsked(rows[2], Concern(2));
        AssertAsked([.. rows[2], .. rows[3]], Concern(2) with { Categories = ["SAB"] });
        AssertAsked(rows[4], Move);
        AssertAsked([.. rows[2], .. rows[5]], Concern(2) with { Cumulative = true });
        AssertAsked(rows[7], Concern(null) with { Type = "attendance.threshold" });
        AssertAsked(rows[8], Concern(null) with { Type = "circumstances.changed" });
        AssertAsked(rows[9], Concern(null) with { Type = "plan.changed", PlanType = PlanType.ChildProtection, PlanChange = PlanChange.Opened });
        AssertAsked(rows[10].Take(1), Concern(null) with { Type = "stopAndReview.requested" });
        Assert.Contains(Roles.NamedMidwife, CandidateRoles.For(Concern(4) with { Unborn = true }, null, Policy));
        Assert.Contains(Roles.HealthVisitor, CandidateRoles.For(Concern(4), 4, Policy));
    }

    [Fact]
    public void A_level_carries_the_risk_that_the_guide_says()
    {
        foreach (var row in Markdown.Table(Guide, "Level", "Meaning").Skip(1))
            Assert.Equal(row[2] == "yes", Concern(int.TryParse(row[0], out var level) ? level : null).RiskOfSignificantHarm);
    }

    [Fact]
    public void Every_basis_and_every_code_for_the_sender_is_explained()
    {
        Assert.Equal(LawfulBasis.Sources, Markdown.Table(Guide, "Code", "Source").Skip(1).ToDictionary(row => Markdown.Codes(row[0]).Single(), row => row[1]));
        Assert.Equal(Obligations.Known.Keys, FirstCodes(Markdown.Table(Guide, "Obligation", "Asks the recipient")));
        Assert.Equal(Constants(typeof(WithheldCodes)), FirstCodes(Markdown.Table(Guide, "Code", "Meaning")));
    }

    [Fact]
    public void Every_set_is_named() => Assert.Equal(SharingPolicies.OfThisRelease.All.Select(set => set.Name), FirstCodes(Markdown.Table(Guide, "Set", "In force")));

    /// <summary>Ids that stand only in the text of the code (rules about parts, obligations, grants) are hyphenated words.</summary>
    [Fact]
    public void No_id_in_the_policys_code_is_missing_in_the_guide()
    {
        var ids = Sources.Ending(".cs").Where(f => f.StartsWith("src/InfoShare.Policy/", StringComparison.Ordinal) && !f.Contains("/Cedar/", StringComparison.Ordinal))
            .SelectMany(file => Ids().Matches(Sources.Text(file)).Select(m => m.Groups[1].Value)).Distinct().ToList();

        Assert.True(ids.Count > 10);
        Assert.All(ids, id => Assert.Contains($"`{id}`", Guide, StringComparison.Ordinal));
    }

    private static SharingRule Rule(string id) => Policy.Rules.Single(rule => rule.Id == id);

    private static bool IsAboutParts(SharingRule rule) => PolicyPrinter.Print(rule.Policy).Contains("Action::\"read\"", StringComparison.Ordinal);

    /// <summary>Of a message that everybody may know of, without agreement, risk or restriction.</summary>
    private static IEnumerable<PartName> PartsFor(string role)
    {
        var everybody = TestPolicies.Of(PolicyFiles.OfThisRelease.Texts["parts.cedar"], TestPolicies.PermitAll).All[0];
        return everybody.Decide(ThatCallsFor("child-in-need", role) with { Consents = [] }).Released;
    }

    private static void AssertAsked(IEnumerable<string> roles, MessageFacts message) =>
        Assert.Equal(roles.Order(StringComparer.Ordinal), CandidateRoles.For(message, 10, Policy).Order(StringComparer.Ordinal));

    private static string NameOf(PartName part) => Words.Of(typeof(PartName))[(int)part - 1];

    private static IEnumerable<string> FirstCodes(IReadOnlyList<string[]> table) => table.Skip(1).Select(row => Markdown.Codes(row[0]).Single());

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

    [GeneratedRegex("\"([a-z]+(-[a-z0-9]+)+)\"")]
    private static partial Regex Ids();
}
