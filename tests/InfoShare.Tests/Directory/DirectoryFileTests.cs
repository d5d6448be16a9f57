using InfoShare.Contracts.Codes;
using InfoShare.Directory;
using Xunit;

namespace InfoShare.Tests.Directory;

public sealed class DirectoryFileTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public void The_sample_has_no_problem_and_is_summed_up_in_one_line()
    {
        var reading = DirectoryFile.Read(SampleDirectory.Yaml);
        Assert.Empty(reading.Problems);
        var line = Assert.Single(DirectoryReport.Lines(reading));
        Assert.StartsWith("2 areas, 8 participants, 12 organisations, 4 teams, 34 posts, 11 school years, 1 local clock, version ", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("E06000063")]
    [InlineData("E10000029")]
    public void The_sample_has_every_role_in_each_area_and_reaches_it(string area)
    {
        var directory = SmallDirectory.Read(SampleDirectory.Yaml);
        foreach (var role in Roles.All)
        {
            var posts = directory.PostsFor(role, area, Day);
            Assert.NotEmpty(posts);
            Assert.All(posts, p => Assert.NotNull(directory.ParticipantServing(p.Organisation, Day)));
        }
    }

    [Fact]
    public void The_sample_gives_the_address_to_front_doors_and_named_officers_of_authorities_only()
    {
        var granted = SmallDirectory.Read(SampleDirectory.Yaml).Posts.Where(p => p.Grants.Contains(Grants.SeeAddress)).Select(p => p.Id);
        Assert.Equal(
            ["la/E06000063#children-services-front-door", "la/E06000063#named-officer", "la/E10000029#children-services-front-door", "la/E10000029#named-officer"],
            granted);
    }

    [Fact]
    public void The_example_in_the_documentation_is_a_good_file()
    {
        var page = ProjectFiles.Text("docs/directory.md");
        var example = page.Split("```yaml\n")[1].Split("```")[0];
        Assert.Single(SmallDirectory.Read(example).Teams);
    }

    [Fact]
    public void The_documentation_names_every_role_and_grant()
    {
        var page = ProjectFiles.Text("docs/directory.md");
        Assert.All(Roles.All.Concat(Grants.All), code => Assert.Contains(code, page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_of_problems_ends_with_their_number()
    {
        var lines = DirectoryReport.Lines(DirectoryFile.Read("participants: []\norganisations: []\nposts: []\n"));
        Assert.Equal(
            [
                "line 1: participants: must be a list with at least one entry",
                "line 2: organisations: must be a list with at least one entry",
                "line 3: posts: must be a list with at least one entry",
                "3 problems",
            ],
            lines);
    }

    [Theory]
    [InlineData("", 1, "the file is empty")]
    [InlineData("# only a comment\n", 1, "the file is empty")]
    [InlineData("just words", 1, "the file must hold the lists")]
    [InlineData("posts:\n  - [a", 3, "this is not YAML from here on")]
    [InlineData("posts:\n\t- a", 2, "the indentation must be of spaces")]
    [InlineData("posts:\n  - a: 1\n  b: 2\n", 3, "this is not YAML from here on")]
    [InlineData("posts:\n  - a: 1\n  - a: 2\n  b: 3\n", 4, "this is not YAML from here on")]
    [InlineData("posts:\n  - a: 1\n  - a: 2\n  'b'\n", 4, "this is not YAML from here on")]
    [InlineData("posts:\n  - a: 1\n  - a: 2\n  [b]\n", 4, "this is not YAML from here on")]
    [InlineData("posts: 'open\n\n", 1, "this is not YAML from here on")]
    [InlineData("posts:\n  - &x {a: b}\n  - *x\n", 2, "marks with & are not read")]
    [InlineData("posts:\n  - *x\n", 2, "references with * are not read")]
    [InlineData("posts: !!python/object x\n", 1, "types with ! are not read")]
    [InlineData("posts: []\n---\nposts: []\n", 2, "the file must be one document")]
    [InlineData("? [a, b]\n: c\n", 1, "a name must be plain text")]
    public void What_is_not_plain_YAML_is_refused_with_its_line(string yaml, int line, string problem)
    {
        var reading = DirectoryFile.Read(yaml);
        Assert.Null(reading.Directory);
        var found = Assert.Single(reading.Problems);
        Assert.Equal(line, found.Line);
        Assert.StartsWith(problem, found.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        foreach (var open in new[] { "[", "{a: ", "- " })
            Assert.Contains("nested deeper", Assert.Single(DirectoryFile.Read(string.Concat(Enumerable.Repeat(open, 100_000))).Problems).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_oversized_file_is_refused_and_many_problems_are_cut_off()
    {
        Assert.Contains("longer than", Assert.Single(DirectoryFile.Read(new string('a', 4_000_001)).Problems).Problem, StringComparison.Ordinal);
        var reading = DirectoryFile.Read("posts:\n" + string.Concat(Enumerable.Repeat("- {}\n", 20_000)));
        Assert.Equal(1000, reading.Problems.Count);
        Assert.Equal("1000 problems or more; the rest is not shown", DirectoryReport.Lines(reading)[^1]);
    }

    [Fact]
    public void Any_damage_to_the_sample_gives_an_answer_and_never_an_exception()
    {
        const string Odd = " \n\t:-#[]{}&*!|>'\"%@`\\\0\uFEFF\uD800xE0,?";
        var random = new Random(20261120);
        for (var round = 0; round < 150; round++)
        {
            var text = SampleDirectory.Yaml.ToCharArray();
            for (var i = 0; i < 5; i++)
                text[random.Next(text.Length)] = Odd[random.Next(Odd.Length)];
            var reading = DirectoryFile.Read(new string(text));
            Assert.Equal(reading.Directory is null, reading.Problems.Count > 0);
        }
    }

    [Fact]
    public void The_version_changes_with_the_content_and_not_with_its_layout()
    {
        var version = SmallDirectory.Read(SmallDirectory.Yaml).Version;
        var relaid = "# a comment\n\n" + SmallDirectory.Yaml
            .Replace("organisations: [la/E10000029]", "organisations:\n      - 'la/E10000029'   # in quotes", StringComparison.Ordinal)
            .Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{16}$", version);
        Assert.Equal(version, SmallDirectory.Read(relaid).Version);
        Assert.NotEqual(version, SmallDirectory.Read(SmallDirectory.With("960004", "960014")).Version);
        Assert.NotEqual(version, SmallDirectory.Read(SmallDirectory.With("    hours: tue 09:00-17:00", "    hours: tue 09:00-17:00\n    to: 9999-12-31")).Version);
    }
}
