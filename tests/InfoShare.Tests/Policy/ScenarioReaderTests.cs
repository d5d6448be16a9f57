using InfoShare.Policy;
using InfoShare.Policy.Scenarios;

namespace InfoShare.Tests.Policy;

/// <summary>How scenarios are read, refused, run and compared.</summary>
public sealed class ScenarioReaderTests
{
    private const string Good = """{ "title": "The front door hears.", "source": "Children Act 1989 s.47", "message": { "levelOfNeed": 4 }, "recipient": { "role": "children-services-front-door" }, "mayKnow": true""";

    [Theory]
    [InlineData("""{ "source": "s", "recipient": { "role": "school-nurse" }, "mayKnow": true }""", "a.json:2:1: has no title")]
    [InlineData("""{ "title": "t", "recipient": { "role": "school-nurse" }, "mayKnow": true }""", "a.json:2:1: has no source")]
    [InlineData("""{ "title": "t", "source": "s", "recipient": { "role": "school-nurse" } }""", "a.json:2:1: does not say mayKnow")]
    [InlineData("""{ "title": "t", "source": "s", "recipient": { "role": "scool-nurse" }, "mayKnow": false }""", "has the role `scool-nurse`")]
    [InlineData("""{ "title": "t", "source": "s", "message": { "type": "concern.raized" }, "recipient": { "role": "school-nurse" }, "mayKnow": false }""", "has the type `concern.raized`")]
    [InlineData("""{ "title": "t", "source": "s", "message": { "type": "child.movedArea" }, "recipient": { "role": "school-nurse" }, "mayKnow": false }""", "has no moveType")]
    [InlineData("""{ "title": "t", "source": "s", "recipient": { "role": "school-nurse", "colour": "red" }, "mayKnow": true }""", "a.json:2:")]
    [InlineData("""{ "title": "t", "source": "s", "recipient": { "role": "school-nurse" }, "mayKnow": true, "released": ["identities"] }""", "released")]
    [InlineData("""{ "title": "t",""", "no JSON")]
    [InlineData("null", "holds something else than scenarios")]
    public void A_scenario_that_says_too_little_or_something_unknown_is_refused_with_its_place(string scenario, string why)
    {
        var (scenarios, problems) = ScenarioReader.Read("a.json", $"[\n{scenario}\n]");

        Assert.Empty(scenarios);
        Assert.Contains(why, Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_scenarios_of_a_file_never_have_one_title()
    {
        var (_, problems) = ScenarioReader.Read("a.json", $"[{Good} }},\n{Good} }}]");

        Assert.Equal("a.json:2:1: has the title of one before it", Assert.Single(problems).ToString());
    }

    [Theory]
    [InlineData("""mayKnow""", "false", "true", """{ "title": "t", "source": "s", "message": { "levelOfNeed": 4 }, "recipient": { "role": "named-nurse" }, "mayKnow": false }""")]
    [InlineData("""because""", "child-in-need", "risk-of-significant-harm", """{ "title": "t", "source": "s", "message": { "levelOfNeed": 4 }, "recipient": { "role": "named-nurse" }, "mayKnow": true, "because": ["child-in-need"] }""")]
    [InlineData("""released""", "identity", "address, contact, identity, incident", """{ "title": "t", "source": "s", "message": { "levelOfNeed": 4 }, "recipient": { "role": "named-nurse" }, "mayKnow": true, "released": ["identity"] }""")]
    [InlineData("""masked""", "incident", "none", """{ "title": "t", "source": "s", "message": { "levelOfNeed": 4 }, "recipient": { "role": "named-nurse" }, "mayKnow": true, "masked": ["incident"] }""")]
    [InlineData("""held""", "none", "incident", """{ "title": "t", "source": "s", "message": { "levelOfNeed": 3, "addressRestricted": true, "partsNamingAddress": ["incident"] }, "recipient": { "role": "school-nurse" }, "mayKnow": true, "held": [] }""")]
    [InlineData("""obligations""", "no-onward-sharing", "none", """{ "title": "t", "source": "s", "message": { "levelOfNeed": 4 }, "recipient": { "role": "named-nurse" }, "mayKnow": true, "obligations": ["no-onward-sharing"] }""")]
    [InlineData("""code""", "restricted", "not-needed-for-role", """{ "title": "t", "source": "s", "message": { "levelOfNeed": 3 }, "recipient": { "role": "named-nurse" }, "mayKnow": false, "code": "restricted" }""")]
    public void What_is_decided_otherwise_is_told_with_what_was_expected(string what, string expected, string decided, string scenario)
    {
        var outcome = Assert.Single(Run($"[{scenario}]").Outcomes);

        Assert.False(outcome.Passed);
        Assert.Equal(new ScenarioDifference(what, expected, decided), Assert.Single(outcome.Differences));
    }

    [Fact]
    public void A_scenario_is_decided_by_the_set_it_names_and_otherwise_by_the_one_in_force()
    {
        const string Text = """
            [{ "title": "a", "source": "s", "message": { "levelOfNeed": 2 }, "recipient": { "role": "health-visitor" }, "mayKnow": false },
             { "title": "b", "source": "s", "set": "duty-to-disclose", "message": { "levelOfNeed": 2 }, "recipient": { "role": "health-visitor" }, "mayKnow": true }]
            """;

        Assert.Equal([("2026", true), ("duty-to-disclose", true)], Run(Text).Outcomes.Select(one => (one.Set, one.Passed)));
        Assert.Equal([("duty-to-disclose", false), ("duty-to-disclose", true)], Run(Text, "duty-to-disclose").Outcomes.Select(one => (one.Set, one.Passed)));
        Assert.Equal(["2026"], Run(Text, "2026").Outcomes.Select(one => one.Set));
    }

    [Fact]
    public void A_set_that_is_not_there_is_a_problem_and_not_a_failed_scenario()
    {
        Assert.Equal("a.json:1:1: there is no set `2030`", Assert.Single(Run($"[{Good} }}]", "2030").Problems));
        Assert.Equal("a.json:1:1: there is no set `2031`", Assert.Single(Run($$"""[{{Good}}, "set": "2031" }]""").Problems));
    }

    private static (IReadOnlyList<ScenarioOutcome> Outcomes, IReadOnlyList<string> Problems) Run(string text, string? set = null)
    {
        var (scenarios, problems) = ScenarioReader.Read("a.json", text);
        Assert.Empty(problems);
        var (outcomes, missing) = ScenarioRun.All(scenarios, SharingPolicies.OfThisRelease, set);
        return (outcomes, [.. missing.Select(problem => problem.ToString())]);
    }
}
