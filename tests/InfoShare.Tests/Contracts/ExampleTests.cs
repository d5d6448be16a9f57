using System.Globalization;
using System.Text.Json.Nodes;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;
using Xunit;

namespace InfoShare.Tests.Contracts;

public sealed class ExampleTests
{
    private static readonly MessageType[] SentByInfoShareItself =
        [MessageTypes.Receipt, MessageTypes.Delivery, MessageTypes.SharingWithheld, MessageTypes.DeliveryRecalled];

    public static TheoryData<string> Names => ContractFiles.Names();

    public static TheoryData<string> AgencyNames =>
        [.. MessageTypes.All.Except(SentByInfoShareItself).Select(t => t.Name)];

    [Theory, MemberData(nameof(Names))]
    public void An_example_is_read_written_and_read_again_as_the_same(string name)
    {
        var first = WireReader.Read(File.ReadAllBytes(ContractFiles.Example(ContractFiles.Named(name))));
        Assert.Empty(first.Problems);
        Assert.IsType(ContractFiles.Named(name).Data, first.Value!.Data);

        var written = WireWriter.Write(first.Value);
        var second = WireReader.Read(written);

        Assert.Empty(second.Problems);
        Assert.Equal(written, WireWriter.Write(second.Value!));
    }

    [Theory, MemberData(nameof(Names))]
    public void Nothing_that_an_example_says_is_lost_on_the_way(string name)
    {
        var example = ContractFiles.ReadExample(name);
        var written = JsonNode.Parse(WireWriter.Write(WireReader.Read(ContractFiles.Bytes(example)).Value!))!;

        Assert.All(JsonSpots.Of(example), steps =>
        {
            var (before, after) = (JsonSpots.At(example, steps), JsonSpots.At(written, steps));
            Assert.True(before is JsonObject or JsonArray ? after is not null : SameValue(before, after), string.Join('/', steps));
        });
    }

    [Theory, MemberData(nameof(AgencyNames))]
    public void An_example_of_what_agencies_send_leaves_to_the_adapter_what_the_adapter_adds(string name)
    {
        var example = ContractFiles.ReadExample(name).AsObject();

        Assert.DoesNotContain(example, field => field.Key is "partitionkey" or "order" or "sequence" or "epoch");
        Assert.True(OrganisationSource.TryParse((string?)example["source"], out _));
    }

    [Theory, MemberData(nameof(AgencyNames))]
    public void An_example_of_what_agencies_send_has_the_child_s_number_in_their_own_system(string name)
    {
        var example = ContractFiles.ReadExample(name);
        var identities = JsonSpots.Of(example).Where(steps => steps[^1] == "identity").Select(steps => JsonSpots.At(example, steps)!);

        Assert.All(identities, identity =>
            Assert.Contains(identity["identifiers"]!.AsArray(), identifier => (string?)identifier!["system"] == "local"));
    }

    private static bool SameValue(JsonNode? before, JsonNode? after) =>
        JsonNode.DeepEquals(before, after) || (Instant(before) is { } instant && instant == Instant(after));

    private static DateTimeOffset? Instant(JsonNode? node) =>
        DateTimeOffset.TryParse(node?.ToString(), CultureInfo.InvariantCulture, out var instant) ? instant : null;
}
