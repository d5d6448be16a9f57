using System.Reflection;
using System.Text.RegularExpressions;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Recipients;
using Xunit;
using static InfoShare.Tests.Docs.Situations;

namespace InfoShare.Tests.Docs;

/// <summary>The policy guide says what the program does: rules, roles, parts, bases and codes are those of the code, no more and no less.</summary>
public sealed partial class PolicyGuideTests
{
    private const string Page = "docs/policy-guide.md";
    private static readonly string Guide = Sources.Text(Page);

    [Fact]
    public void Every_ground_and_prohibition_is_there_in_the_order_of_the_code()
    {
        Assert.Equal(BuiltInRules.Grounds.Select(r => r.Id), FirstCodes(Markdown.Table(Guide, "Rule", "Says", "Roles")));
        Assert.Equal(BuiltInRules.Grounds.Select(r => r.Id), FirstCodes(Markdown.Table(Guide, "Rule", "Basis", "Obligations")));
        Assert.Equal(BuiltInRules.Prohibitions.Select(r => r.Id), FirstCodes(Markdown.Table(Guide, "Rule", "Says", "The sender is told")));
    }

    [Fact]
    public void A_ground_reaches_the_roles_that_the_guide_names()
    {
        foreach (var row in Markdown.Table(Guide, "Rule", "Says", "Roles").Skip(1))
        {
            var rule = BuiltInRules.Grounds.Single(r => r.Id == Markdown.Codes(row[0]).Single());
            var reached = Roles.All.Where(role => rule.Applies(ThatCallsFor(rule.Id, role)));

            Assert.Equal(reached.Order(StringComparer.Ordinal), Markdown.Codes(row[2]).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_ground_has_the_basis_and_the_obligations_that_the_guide_names()
    {
        foreach (var row in Markdown.Table(Guide, "Rule", "Basis", "Obligations").Skip(1))
        {
            var rule = BuiltInRules.Grounds.Single(r => r.Id == Markdown.Codes(row[0]).Single());

            Assert.Equal(rule.Basis, Markdown.Codes(row[1]));
            Assert.Equal(rule.Obligations, Markdown.Codes(row[2]));
        }
    }

    [Fact]
    public void A_prohibition_tells_the_sender_the_code_that_the_guide_names() => Assert.All(
        Markdown.Table(Guide, "Rule", "Says", "The sender is told").Skip(1),
        row => Assert.Equal(BuiltInRules.Prohibitions.Single(r => r.Id == Markdown.Codes(row[0]).Single()).Code, Markdown.Codes(row[2]).Single()));

    [Fact]
    public void The_table_of_roles_and_parts_is_the_one_of_the_code()
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
                PartRules.NeededBy[Markdown.Codes(row[0]).Single()].Select(NameOf).Order(StringComparer.Ordinal),
                everyRole.Concat(besides).Order(StringComparer.Ordinal));
            Assert.All(row.Skip(1), cell => Assert.Contains(cell, (string[])["", "yes"]));
        }
    }

    [Fact]
    public void Who_is_asked_is_what_the_guide_says()
    {
        var rows = Markdown.Table(Guide, "Message", "Roles").Skip(1).Select(row => Markdown.Codes(row[1])).ToList();

        Assert.Equal(rows[0], CandidateRoles.For(Concern(4), 10));
        Assert.Equal(rows[1], CandidateRoles.For(Concern(3), 10));
        Assert.Equal(rows[2], CandidateRoles.For(Concern(2), 10));
        Assert.Equal(rows[3], CandidateRoles.For(Concern(2) with { Categories = ["SAB"] }, 10).Skip(rows[2].Count));
        Assert.Equal(rows[4], CandidateRoles.For(Move, 10));
        Assert.Contains(Roles.NamedMidwife, CandidateRoles.For(Concern(4) with { Unborn = true }, null));
        Assert.Contains(Roles.HealthVisitor, CandidateRoles.For(Concern(4), 4));
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
        Assert.Equal([.. Constants(typeof(LawfulBasis)), "UKGDPR-19"], FirstCodes(Markdown.Table(Guide, "Code", "Source")));
        Assert.Equal(Constants(typeof(WithheldCodes)), FirstCodes(Markdown.Table(Guide, "Code", "Meaning")));
    }

    [Fact]
    public void The_policy_s_version_is_named() => Assert.Contains($"`{SharingPolicy.BuiltIn.Version}`", Guide, StringComparison.Ordinal);

    /// <summary>Ids that stand only in the text of the code (rules about parts, obligations, grants) are hyphenated words.</summary>
    [Fact]
    public void No_id_in_the_policys_code_is_missing_in_the_guide()
    {
        var ids = Sources.Ending(".cs").Where(f => f.StartsWith("src/InfoShare.Policy/", StringComparison.Ordinal))
            .SelectMany(file => Ids().Matches(Sources.Text(file)).Select(m => m.Groups[1].Value)).Distinct().ToList();

        Assert.True(ids.Count > 25);
        Assert.All(ids, id => Assert.Contains($"`{id}`", Guide, StringComparison.Ordinal));
    }

    private static string NameOf(PartName part) => Words.Of(typeof(PartName))[(int)part - 1];

    private static IEnumerable<string> FirstCodes(IReadOnlyList<string[]> table) => table.Skip(1).Select(row => Markdown.Codes(row[0]).Single());

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

    [GeneratedRegex("\"([a-z]+(-[a-z0-9]+)+)\"")]
    private static partial Regex Ids();
}
