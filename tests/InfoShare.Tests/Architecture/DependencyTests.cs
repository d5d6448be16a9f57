using System.Reflection;
using System.Xml.Linq;
using Xunit;

namespace InfoShare.Tests.Architecture;

/// <summary>
/// Who may know whom. By project reference, so that one which no code uses yet is refused too; and by assembly reference,
/// because a project also sees what its references reference.
/// </summary>
public sealed class DependencyTests
{
    private const string Prefix = "InfoShare.";

    /// <summary>A project and those it may reference. A new project is added here, with docs/architecture.md.</summary>
    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Contracts"] = [],
        ["Vault"] = [],
        ["Broker"] = ["Contracts"],
        ["LocalNodes"] = [],
        ["Policy"] = ["Contracts"],
        ["ChildIndex"] = ["Contracts"],
        ["Clocks"] = [],
        ["Directory"] = ["Contracts", "Clocks"],
        ["Storage"] = ["Contracts", "Policy", "ChildIndex", "Directory", "Vault"],
        ["Routing"] = ["Storage", "Broker"],
        ["Adapters"] = ["Contracts", "Broker", "Vault"],
        ["Adapters.Education"] = ["Adapters"],
        ["Adapters.Health"] = ["Adapters"],
        ["Adapters.Police"] = ["Adapters"],
        ["Adapters.SocialCare"] = ["Adapters"],
        ["Console"] = ["Routing", "Adapters"],
        ["Cli"] = ["Console", "Routing", "LocalNodes", "Adapters.Education", "Adapters.Health", "Adapters.Police", "Adapters.SocialCare"],
    };

    public static TheoryData<string> Projects { get; } =
        [.. Sources.Ending(".csproj").Where(f => !f.StartsWith("tests/", StringComparison.Ordinal)).Select(NameOf)];

    [Fact]
    public void There_are_projects_to_check() => Assert.True(Projects.Count >= 15);

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_it_may(string project)
    {
        Assert.True(May.TryGetValue(project, out var may), $"InfoShare.{project} is not in the list of who may know whom");
        Assert.All(ReferencesOf(project), reference => Assert.Contains(reference, May[project]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Its_code_knows_only_what_those_know(string project)
    {
        var may = Reach(project);

        Assert.All(KnownTo(project), known => Assert.Contains(known, may));
    }

    [Theory]
    [InlineData("Adapters", "Policy", "Storage", "Routing", "Directory", "ChildIndex")]
    [InlineData("Adapters.Education", "Policy", "Storage", "Routing", "Vault", "Broker")]
    [InlineData("Adapters.Health", "Policy", "Storage", "Routing", "Vault", "Broker")]
    [InlineData("Adapters.Police", "Policy", "Storage", "Routing", "Vault", "Broker")]
    [InlineData("Adapters.SocialCare", "Policy", "Storage", "Routing", "Vault", "Broker")]
    [InlineData("Vault", "Policy", "Routing", "Contracts")]
    [InlineData("Broker", "Policy", "Routing", "Storage")]
    [InlineData("Policy", "Storage", "Broker", "Vault")]
    public void What_must_not_be_known_is_not(string project, params string[] never)
    {
        var known = KnownTo(project);

        Assert.All(never, other => Assert.DoesNotContain(other, known));
    }

    [Theory]
    [InlineData("Contracts")]
    [InlineData("Policy")]
    [InlineData("ChildIndex")]
    [InlineData("Clocks")]
    public void The_pure_ones_use_no_package(string project) =>
        Assert.Empty(Document(project).Descendants("PackageReference").Concat(Document(project).Descendants("FrameworkReference")));

    /// <summary>What the code of a project may know: its references, and theirs; a single agency's adapter sees only the shell and the contracts.</summary>
    private static HashSet<string> Reach(string project) =>
        project.StartsWith("Adapters.", StringComparison.Ordinal)
            ? ["Adapters", "Contracts"]
            : [.. May[project].SelectMany(reference => Reach(reference).Append(reference))];

    private static IReadOnlyList<string> KnownTo(string project) =>
        [.. Assembly.Load(project == "Cli" ? "infoshare" : Prefix + project).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])];

    private static IEnumerable<string> ReferencesOf(string project) =>
        Document(project).Descendants("ProjectReference").Select(reference => NameOf(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static XDocument Document(string project) =>
        XDocument.Parse(Sources.Text(Sources.Ending($"/{Prefix}{project}.csproj").Single()));

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path)[Prefix.Length..];
}
