using InfoShare.Adapters.Translation;
using InfoShare.Cli.Configuration;
using InfoShare.Contracts.Codes;
using InfoShare.Directory;
using Xunit;

namespace InfoShare.Tests.Docs;

/// <summary>What a page shows to be copied works when it is copied.</summary>
public sealed class ExampleTests
{
    private const string Sender = "education-cumberland";
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/operating.md")]
    public void A_configuration_is_read(string page)
    {
        var snippets = Markdown.Blocks(page, "yaml");

        Assert.NotEmpty(snippets);
        Assert.All(snippets, yaml => Assert.Empty(ConfigurationFile.Read(yaml).Problems));
    }

    [Fact]
    public void The_message_in_the_readme_is_one_that_its_adapter_sends()
    {
        var command = Assert.Single(Markdown.Blocks("README.md", "sh"));
        var body = command[(command.IndexOf("<<'JSON'\n", StringComparison.Ordinal) + 9)..command.LastIndexOf("\nJSON", StringComparison.Ordinal)];

        var readable = Assert.IsType<FileTranslation.Readable>(new CanonicalTranslator().Translate(System.Text.Encoding.UTF8.GetBytes(body), Context()));

        Assert.Single(Assert.IsType<RecordTranslation.Messages>(Assert.Single(readable.Records)).Drafts);
        Assert.Contains($"/agencies/{Sender}/messages", command, StringComparison.Ordinal);
        Assert.Contains($":{new Settings().Port}/", command, StringComparison.Ordinal);
    }

    private static TranslationContext Context()
    {
        var participant = DirectoryFile.Read(SampleDirectory.Yaml).Directory!.ParticipantNamed(Sender)!;
        return new(
            participant.Id, participant.Kind,
            [.. participant.Organisations.Select(id => OrganisationSource.TryParse(id, out var source) ? source : throw new InvalidOperationException(id))],
            Now, DateOnly.FromDateTime(Now.DateTime), 30, new HashSet<string>());
    }
}
