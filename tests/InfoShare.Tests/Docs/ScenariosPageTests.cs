using InfoShare.Tests.Policy;
using Xunit;

namespace InfoShare.Tests.Docs;

/// <summary>docs/policy-scenarios.md is what the scenarios say and what is decided. INFOSHARE_WRITE_SCENARIOS=1 writes it anew.</summary>
public sealed class ScenariosPageTests
{
    private const string Page = "docs/policy-scenarios.md";

    private const string Introduction = """
        # Scenarios of the sharing policy

        Every case of [policies/scenarios](../policies/README.md), with what is decided: which parts the recipient is told, or the code that the
        sender hears when it is withheld, and the rules behind it. The [policy guide](policy-guide.md) says what each rule means. The cases of
        `duty-to-disclose` are decided by the set of that name, which is not in force; all others by the set that is.

        Made from the files; a test compares. `./infoshare policy test policies/scenarios` decides them all.

        """;

    [Fact]
    public void The_page_holds_every_scenario_with_what_is_decided()
    {
        if (Environment.GetEnvironmentVariable("INFOSHARE_WRITE_SCENARIOS") == "1")
            File.WriteAllText(Path.Combine(Sources.Root, Page), Made());

        Assert.Equal(Made(), Sources.Text(Page));
    }

    private static string Made() => Introduction.ReplaceLineEndings("\n") + string.Concat(Scenarios.All.GroupBy(one => one.File)
        .Select(file => $"\n## {Title(file.Key)}\n\n{ScenarioRows.Heading}\n{string.Concat(file.Select(one => ScenarioRows.Of(one) + "\n"))}"));

    /// <summary>early-help.json: Early help.</summary>
    private static string Title(string file)
    {
        var words = Path.GetFileNameWithoutExtension(file).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
