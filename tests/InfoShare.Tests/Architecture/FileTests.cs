using System.Text.RegularExpressions;
using Xunit;

namespace InfoShare.Tests.Architecture;

/// <summary>What holds for the project's files.</summary>
public sealed partial class FileTests
{
    private const int LongestSource = 250;
    private const int LongestDecision = 40;

    [Fact]
    public void The_files_are_found()
    {
        Assert.Contains("infoshare", Sources.Files);
        Assert.Contains("tests/InfoShare.Tests/Architecture/FileTests.cs", Sources.Files);
    }

    [Fact]
    public void No_file_or_folder_has_a_name_that_says_nothing() =>
        Assert.DoesNotContain(Sources.Files, file => NamesThatSayNothing().IsMatch(file));

    [Fact]
    public void No_source_file_is_longer_than_250_lines() =>
        Assert.DoesNotContain(Sources.Ending(".cs"), file => Sources.Text(file).Count(c => c == '\n') > LongestSource);

    [Fact]
    public void Decisions_have_numbers_of_their_own_and_fit_on_a_page()
    {
        var decisions = Sources.Files.Where(f => f.StartsWith("docs/decisions/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(decisions);
        Assert.All(decisions, file => Assert.Matches(@"^docs/decisions/[0-9]{4}-[a-z0-9-]+\.md$", file));
        Assert.Equal(decisions.Count, decisions.Select(file => Path.GetFileName(file)[..4]).Distinct().Count());
        Assert.All(decisions, file => Assert.True(Sources.Text(file).TrimEnd().Split('\n').Length <= LongestDecision, file));
        Assert.All(decisions, file => Assert.StartsWith($"# {Path.GetFileName(file)[..4].TrimStart('0')}. ", Sources.Text(file), StringComparison.Ordinal));
    }

    [Fact]
    public void No_package_source_is_named()
    {
        Assert.DoesNotContain("://", Sources.Text("nuget.config"), StringComparison.Ordinal);
        var locks = Sources.Ending("packages.lock.json").ToList();
        Assert.NotEmpty(locks);
        Assert.All(locks, file => Assert.DoesNotContain("://", Sources.Text(file), StringComparison.Ordinal));
        Assert.All(Sources.Ending("package-lock.json"), file => Assert.DoesNotContain("\"resolved\"", Sources.Text(file), StringComparison.Ordinal));
    }

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine() =>
        Assert.DoesNotContain(Sources.Files.Where(IsText), file => MachineFolders().IsMatch(Sources.Text(file)));

    [Fact]
    public void Lines_end_with_a_line_feed_alone() =>
        Assert.DoesNotContain(Sources.Files.Where(IsText), file => Sources.Text(file).Contains("\r\n", StringComparison.Ordinal));

    [Fact]
    public void The_commands_can_be_run()
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in new[] { "infoshare", ".ci/run" })
            Assert.True(File.GetUnixFileMode(Path.Combine(Sources.Root, file)).HasFlag(UnixFileMode.UserExecute), file);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("samples/README.md")]
    [InlineData("compose/README.md")]
    [InlineData("docs/architecture.md")]
    [InlineData("docs/guarantees.md")]
    [InlineData("docs/operating.md")]
    [InlineData("docs/policy-guide.md")]
    public void The_commands_in_a_text_exist(string file)
    {
        var help = Sources.Text("infoshare");
        help = help[..help.IndexOf("\nTEXT\n", StringComparison.Ordinal)];

        foreach (Match command in Commands().Matches(Sources.Text(file)))
        {
            Assert.Contains($"./infoshare {command.Groups["name"].Value} ", help, StringComparison.Ordinal);
            foreach (Match option in Options().Matches(command.Value))
                Assert.Contains(option.Value, help, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_readme_shows_the_commands() => Assert.True(Commands().Count(Sources.Text("README.md")) >= 3);

    private static bool IsText(string file) =>
        Path.GetExtension(file) is not (".png" or ".jpg" or ".gif" or ".ico" or ".woff2" or ".pdf" or ".gz" or ".zip" or ".db");

    [GeneratedRegex(@"(Helper|Manager|Util|Common)s?(\.|/|[A-Z]|$)")]
    private static partial Regex NamesThatSayNothing();

    [GeneratedRegex(@"(?<![\w.:/-])/(home|root|Users|work|tmp)/\w")]
    private static partial Regex MachineFolders();

    [GeneratedRegex(@"\./infoshare (?<name>[a-z]+)[^\n`|#]*")]
    private static partial Regex Commands();

    [GeneratedRegex(@"--[a-z]+")]
    private static partial Regex Options();
}
