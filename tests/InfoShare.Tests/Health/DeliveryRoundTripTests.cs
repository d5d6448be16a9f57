using System.Text;
using System.Text.Json.Nodes;
using InfoShare.Adapters.Health;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using Xunit;

namespace InfoShare.Tests.Health;

/// <summary>
/// What is written is read back to the same message, by JSON and by XML, as if another agency had sent it. A delivery that
/// comes back as it is, is nothing to send.
/// </summary>
public sealed class DeliveryRoundTripTests
{
    public static TheoryData<bool> Forms => [false, true];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_concern_is_read_back_to_the_same_message(bool xml)
    {
        var (sent, read) = (Deliveries.Rich, Assert.IsType<ConcernRaised>(Assert.Single(Drafts(Deliveries.Rich, xml)).Data));

        Assert.Equal((sent.LevelOfNeed, sent.ImmediateDanger), (read.LevelOfNeed, read.ImmediateDanger));
        Same(sent.Parts.Identity, read.Parts.Identity);
        Same(sent.Parts.Address, read.Parts.Address);
        Assert.Equal(sent.Parts.Incident!.ObservedAt, read.Parts.Incident!.ObservedAt);
        Assert.Equal(sent.Parts.Medical!.GpPractice, read.Parts.Medical!.GpPractice);
        Assert.Equal(sent.Parts.Plan!.Plans[0].Type, Assert.Single(read.Parts.Plan!.Plans).Type);
        Assert.Empty(read.Marks);
        Assert.Equal(string.Join("\n\n", Payloads(Deliveries.Rich).Prepend("Subject to child protection plan")), read.Parts.Incident.Facts);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_move_is_read_back_to_the_same_message(bool xml)
    {
        var (sent, read) = (Deliveries.Move, Assert.IsType<ChildMovedArea>(Assert.Single(Drafts(Deliveries.Move, xml)).Data));

        Assert.Equal((sent.Move!.MoveType, sent.Move.EffectiveDate, MoveSignal.Address), (read.MoveType, read.EffectiveDate, read.DetectedBy));
        Same(sent.Parts.Identity, read.Parts.Identity);
        Same(sent.Parts.Address, read.Parts.Address);
    }

    [Fact]
    public void A_restricted_address_is_read_back_as_its_area_alone() =>
        Same(Deliveries.Restricted.Parts.Address, Assert.IsType<ConcernRaised>(Assert.Single(Drafts(Deliveries.Restricted, xml: false)).Data).Parts.Address);

    [Fact]
    public void A_withheld_address_is_read_back_as_none() =>
        Assert.Null(Assert.IsType<ConcernRaised>(Assert.Single(Drafts(Deliveries.Withheld, xml: true)).Data).Parts.Address);

    [Fact]
    public void Another_agencys_record_number_is_not_taken_for_ones_own()
    {
        var numbered = Deliveries.Minimal with { Parts = new() { Identity = new() { Names = [new() { Family = "Testperson" }], Identifiers = [new() { System = IdentifierSystem.Local, Value = "H77" }, new() { System = IdentifierSystem.Upn, Value = "A123" }] } } };

        var draft = Assert.Single(Drafts(numbered, xml: false));

        Assert.Equal(IdentifierSystem.Upn, Assert.Single(((ConcernRaised)draft.Data).Parts.Identity!.Identifiers).System);
        Assert.DoesNotContain("H77", draft.ChildKey, StringComparison.Ordinal);
    }

    private static byte[] Bytes(Delivery delivery) => new FhirDeliveryFormat().Write(delivery.Enveloped()).Content;

    private static IEnumerable<string> Payloads(Delivery delivery) =>
        JsonNode.Parse(Bytes(delivery))!["entry"]!.AsArray().Select(e => e!["resource"]!).Single(r => (string?)r["resourceType"] == "Communication")["payload"]!
            .AsArray().Select(p => (string)p!["contentString"]!);

    private static IReadOnlyList<Draft> Drafts(Delivery delivery, bool xml)
    {
        var json = Encoding.UTF8.GetString(Bytes(delivery)).Replace("\"endpoint\": \"https://infoshare.local/broker\"", "\"endpoint\": \"https://example.org/sender\"", StringComparison.Ordinal);
        var read = Reading.Translate(xml ? FhirXmlWriter.Of(json) : json.Utf8());
        return Assert.IsType<RecordTranslation.Messages>(Assert.Single(Assert.IsType<FileTranslation.Readable>(read).Records)).Drafts;
    }

    private static void Same<T>(T? expected, T? actual) where T : class =>
        Assert.Equal(Encoding.UTF8.GetString(WireWriter.WriteData(expected!)), Encoding.UTF8.GetString(WireWriter.WriteData(actual!)));
}
