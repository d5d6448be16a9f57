using InfoShare.Contracts.Codes;
using InfoShare.Policy;
using InfoShare.Policy.Sets;
using static InfoShare.Tests.Policy.SharingPolicyTests;

namespace InfoShare.Tests.Policy;

/// <summary>How policy sets are read, refused, and come into force.</summary>
public sealed class PolicySetTests
{
    private const string Permit = """@id("some") @basis("UKGDPR-6-1-e") @because("why not") permit (principal, action == Action::"know", resource)""";

    [Theory]
    [InlineData("""@basis("UKGDPR-6-1-e") @because("b") permit (principal, action == Action::"know", resource);""", "has no @id")]
    [InlineData("""@id("a") @because("b") permit (principal, action == Action::"know", resource);""", "permits without a @basis")]
    [InlineData("""@id("a") @basis("UKGDPR-6-1-e") permit (principal, action == Action::"know", resource);""", "has no @because")]
    [InlineData("""@id("a") @basis("GDPR") @because("b") permit (principal, action == Action::"know", resource);""", "names the basis `GDPR`")]
    [InlineData("""@id("a") @because("b") @code("late") forbid (principal, action == Action::"know", resource);""", "has the @code `late`")]
    [InlineData("""@id("a") @because("b") @purpose("c") forbid (principal, action == Action::"know", resource);""", "has @purpose")]
    [InlineData("""@id("a") @because("b") forbid (principal == ?principal, action == Action::"know", resource);""", "is a template")]
    [InlineData(Permit + " when { resource.risk };", "risk")]
    [InlineData(Permit + " when { resource.levelOfNeed > 2 };", "levelOfNeed")]
    [InlineData(Permit + " when { false };", "never applies")]
    [InlineData(Permit + " when { resource.isConcern ", "1:")]
    [InlineData(Permit + ";\n" + Permit + ";", "the id `some` is there 2 times")]
    public void A_set_that_could_decide_without_saying_why_or_fail_is_refused(string cedar, string why)
    {
        var (policies, problems) = SharingPolicies.Read(TestPolicies.Files(cedar));

        Assert.Null(policies);
        Assert.Contains(problems, problem => problem.ToString().Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void A_problem_says_where_it_is()
    {
        var (_, problems) = SharingPolicies.Read(TestPolicies.Files("\n\n  " + Permit + "\nwhen { resource.risk };"));

        Assert.Equal(("test.cedar", 4, 8), (problems[0].File, problems[0].Line, problems[0].Column));
    }

    [Fact]
    public void One_line_more_reaches_another_recipient()
    {
        var (changed, _) = SharingPolicies.Read(TestPolicies.Changed(
            "grounds.cedar", "Role::\"gp-safeguarding-lead\", Role::\"health-visitor\",\n        Role::\"school-nurse\", Role::\"designated-safeguarding-lead\", Role::\"named-midwife\"\n    ]\n};\n\n// Early",
            "Role::\"gp-safeguarding-lead\", Role::\"health-visitor\",\n        Role::\"named-nurse\",\n        Role::\"school-nurse\", Role::\"designated-safeguarding-lead\", Role::\"named-midwife\"\n    ]\n};\n\n// Early"));
        var facts = new SharingFacts(LevelFour with { LevelOfNeed = 3 }, At(Roles.NamedNurse, AgencyKind.Health), [], Noon);

        Assert.False(SharingPolicies.OfThisRelease.At(Noon).Decide(facts).MayKnow);
        Assert.Equal(["child-in-need"], changed!.At(Noon).Decide(facts).Because);
    }

    [Fact]
    public void A_set_decides_from_its_instant_until_the_next()
    {
        var at = new DateTimeOffset(2027, 4, 1, 0, 0, 0, TimeSpan.FromHours(1));
        var (policies, _) = SharingPolicies.Read(TestPolicies.Changed("sets.json", "\"inForceFrom\": null", "\"inForceFrom\": \"2027-04-01T00:00:00+01:00\""));

        Assert.Equal("2026", policies!.At(at.AddTicks(-1)).Name);
        Assert.Equal("duty-to-disclose", policies.At(at).Name);
        Assert.Equal("2026", policies.At(DateTimeOffset.MinValue).Name);
    }

    [Fact]
    public void A_version_is_what_the_set_says_and_nothing_else()
    {
        var texts = PolicyFiles.OfThisRelease.Texts;
        SharingPolicy Of(string file, string text) => SharingPolicies.Read(new(new Dictionary<string, string>(texts) { [file] = text })).Policies!.All[0];
        var now = SharingPolicies.OfThisRelease.All[0].Version;

        Assert.Matches("^sha256:[0-9a-f]{64}$", now);
        Assert.Equal(now, Of("parts.cedar", texts["parts.cedar"].ReplaceLineEndings("\r\n")).Version);
        Assert.Equal(now, Of("duty-to-disclose.cedar", texts["duty-to-disclose.cedar"] + "// not in this set").Version);
        Assert.NotEqual(now, Of("parts.cedar", texts["parts.cedar"] + "// another word").Version);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void With_the_duty_not_sharing_needs_a_recorded_detriment(bool recorded, bool mayKnow)
    {
        var facts = new SharingFacts(LevelFour with { LevelOfNeed = 2, DetrimentRecorded = recorded }, At(Roles.HealthVisitor, AgencyKind.Health), [], Noon);

        Assert.False(SharingPolicies.OfThisRelease.Named("2026")!.Decide(facts).MayKnow);
        Assert.Equal(mayKnow, SharingPolicies.OfThisRelease.Named("duty-to-disclose")!.Decide(facts).MayKnow);
    }

    [Fact]
    public void A_partnership_sets_the_level_from_which_a_child_is_in_need()
    {
        var (policies, _) = SharingPolicies.Read(TestPolicies.Changed(
            "partnerships.json", "\n]", """, { "uid": { "type": "Partnership", "id": "E08000012" }, "attrs": { "inNeedFrom": 2 }, "parents": [] } ]"""));
        SharingDecision Decide(string? area) =>
            policies!.At(Noon).Decide(new(LevelFour with { LevelOfNeed = 2, Area = area }, At(Roles.FrontDoor), [], Noon));

        Assert.Equal(["child-in-need"], Decide("E08000012").Because);
        Assert.False(Decide("E06000063").MayKnow);
        Assert.False(Decide(null).MayKnow);
    }

    [Fact]
    public void An_obligation_that_nobody_knows_withholds_and_alerts()
    {
        var policy = TestPolicies.Of(TestPolicies.PermitAll.Replace("@because", "@obligation(\"stand-on-one-leg\") @because", StringComparison.Ordinal)).All[0];

        var decision = policy.Decide(new(LevelFour, At(Roles.NamedNurse), [], Noon));

        Assert.False(decision.MayKnow);
        Assert.Equal(["obligation-unknown"], decision.Because);
        Assert.Contains("obligation-unknown:stand-on-one-leg", decision.Alerts);
    }

    [Fact]
    public void The_obligations_of_all_grounds_apply()
    {
        string WithObligation(string id, string obligation) =>
            $"""@id("{id}") @basis("UKGDPR-6-1-e") @because("b") @obligation("{obligation}") permit (principal, action == Action::"know", resource);""";
        var policy = TestPolicies.Of(WithObligation("a", "need-to-know-only"), WithObligation("b", "no-onward-sharing")).All[0];

        Assert.Equal(["need-to-know-only", "no-onward-sharing"], policy.Decide(new(LevelFour, At(Roles.NamedNurse), [], Noon)).Obligations);
    }
}
