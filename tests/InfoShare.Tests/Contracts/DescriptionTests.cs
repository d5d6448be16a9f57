using System.Text.RegularExpressions;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;
using InfoShare.Tests.Outside;
using Xunit;

namespace InfoShare.Tests.Contracts;

/// <summary>What is written about the contracts names what there is, no more and no less.</summary>
public sealed partial class DescriptionTests
{
    private static readonly string Readme = File.ReadAllText(ProjectRoot.Path("contracts", "README.md"));

    [Fact]
    public void The_table_of_message_types_has_every_type_in_their_order() =>
        Assert.Equal(MessageTypes.All.Select(t => t.Name), FirstColumn("Message types"));

    [Fact]
    public void The_table_of_parts_has_every_part_in_their_order() =>
        Assert.Equal(Words.Of(typeof(PartName)), FirstColumn("Parts"));

    [Fact]
    public void The_table_of_the_envelope_has_every_attribute_in_their_order() => Assert.Equal(
        WireJson.Options.GetTypeInfo(typeof(Envelope<object>)).Properties.Select(p => p.Name), FirstColumn("The envelope"));

    [Fact]
    public void The_description_of_the_channels_refers_to_every_schema_once() => Assert.Equal(
        MessageTypes.All.Select(t => Path.GetFileName(ContractFiles.Schema(t))).Order(StringComparer.Ordinal),
        SchemaReferences().Matches(File.ReadAllText(ProjectRoot.Path("contracts", "asyncapi.yaml")))
            .Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));

    /// <summary>The code words in the first column of the tables under a heading.</summary>
    private static IEnumerable<string> FirstColumn(string heading) => Readme
        .Split("\n## ").Single(section => section.StartsWith(heading + "\n", StringComparison.Ordinal)).Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .SelectMany(line => CodeWords().Matches(line.Split('|')[1]).Select(m => m.Groups[1].Value));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeWords();

    [GeneratedRegex(@"\$ref: \./schemas/(\S+)")]
    private static partial Regex SchemaReferences();
}
