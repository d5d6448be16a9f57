using System.Text.Json.Nodes;
using InfoShare.Contracts.Wire;
using InfoShare.Tests.Outside;
using Xunit;

namespace InfoShare.Tests.Contracts;

/// <summary>variants.json changes an example in one place. The schema (tests/node/check-schemas.mjs) and the reader must agree on each.</summary>
public sealed class VariantTests
{
    private static readonly JsonArray All =
        JsonNode.Parse(File.ReadAllText(ProjectRoot.Path("tests", "InfoShare.Tests", "Contracts", "variants.json")))!.AsArray();

    public static TheoryData<string> Accepted => Named(valid: true);

    public static TheoryData<string> Refused => Named(valid: false);

    [Theory, MemberData(nameof(Accepted))]
    public void The_reader_takes(string what) => Assert.Empty(Read(what).Problems);

    [Theory, MemberData(nameof(Refused))]
    public void The_reader_names_the_field_of(string what)
    {
        var read = Read(what);

        Assert.Null(read.Value);
        Assert.Equal([(string)Variant(what)["field"]!], read.Problems.Select(p => p.Field));
    }

    private static ReadResult<Envelope<object>> Read(string what)
    {
        var variant = Variant(what);
        var example = ContractFiles.ReadExample((string)variant["name"]!);
        var steps = ((string)variant["at"]!).Split('/');
        return WireReader.Read(ContractFiles.Bytes(variant.ContainsKey("value")
            ? JsonSpots.With(example, steps, variant["value"]?.DeepClone())
            : JsonSpots.Without(example, steps)));
    }

    private static JsonObject Variant(string what) => All.Single(v => (string)v!["what"]! == what)!.AsObject();

    private static TheoryData<string> Named(bool valid) => [.. All.Where(v => (bool)v!["valid"]! == valid).Select(v => (string)v!["what"]!)];
}
