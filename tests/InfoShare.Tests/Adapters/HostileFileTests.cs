using System.Text;
using Xunit;

namespace InfoShare.Tests.Adapters;

/// <summary>Bad input: a clear reason, nothing lost, and the next message unharmed.</summary>
public sealed class HostileFileTests : IAsyncDisposable
{
    private readonly AgencyUnderTest agency = new();

    public static TheoryData<string, string, string> Bad => new()
    {
        { "an empty file", "", "must not be empty" },
        { "broken JSON", "{\"specversion\":\"1.0\",", "must be well-formed JSON" },
        { "two documents", Canonical.Concern() + Canonical.Concern(), "must be well-formed JSON" },
        { "a number", "42", "must be a message or a list of messages" },
        { "nesting 1,000 deep", string.Concat(Enumerable.Repeat("{\"a\":", 1000)) + "1" + new string('}', 1000), "nested deeper than 32 levels" },
        { "nesting 100,000 deep", new string('[', 100_000) + new string(']', 100_000), "nested deeper than 32 levels" },
        { "deep nesting in a known field", Canonical.Concern().Replace("\"data\":{", "\"data\":{\"x\":" + new string('[', 100) + new string(']', 100) + ",", StringComparison.Ordinal), "nested deeper than 32 levels" },
        { "a key twice", Canonical.Concern().Replace("\"concernId\":", "\"concernId\":\"other\",\"concernId\":", StringComparison.Ordinal), "twice" },
        { "an envelope key twice", Canonical.Concern().Replace("\"specversion\":", "\"id\":\"other\",\"specversion\":", StringComparison.Ordinal), "twice" },
        { "an unknown type", Canonical.Concern().Replace("concern.raised.v1", "concern.whispered.v1", StringComparison.Ordinal), "must be a message type of this release" },
        { "an unknown version", Canonical.Concern().Replace("concern.raised.v1", "concern.raised.v9", StringComparison.Ordinal), "must be major version 1" },
        { "another CloudEvents version", Canonical.Concern().Replace("\"specversion\":\"1.0\"", "\"specversion\":\"0.3\"", StringComparison.Ordinal), "\"field\": \"specversion\"" },
        { "a message that agencies do not send", Canonical.Message(new InfoShare.Contracts.Deliveries.DeliveryRecalled { DeliveryId = "d", Reason = "r" }), "must be a message that agencies send" },
        { "a missing field", Canonical.Concern().Replace("\"parts\":", "\"bits\":", StringComparison.Ordinal), "\"field\": \"data.parts\"" },
        { "a null for a required field", Canonical.Concern().Replace("\"concernId\":\"C-1\"", "\"concernId\":null", StringComparison.Ordinal), "\"field\": \"data.concernId\"" },
        { "a birth in the future", Canonical.Concern().Replace("2015-03-04", "2099-01-01", StringComparison.Ordinal), "must not be in the future" },
        { "an impossible day", Canonical.Concern().Replace("2015-03-04", "2015-13-45", StringComparison.Ordinal), "data.parts.identity.dateOfBirth" },
        { "a time without an offset", Canonical.Concern().Replace("2026-11-20T08:00:00+00:00", "yesterday", StringComparison.Ordinal), "\"field\": \"time\"" },
        { "a number as text", Canonical.Concern().Replace("\"levelOfNeed\":2", "\"levelOfNeed\":\"2\"", StringComparison.Ordinal), "data.levelOfNeed" },
        { "a level out of range", Canonical.Concern().Replace("\"levelOfNeed\":2", "\"levelOfNeed\":9", StringComparison.Ordinal), "data.levelOfNeed" },
        { "an id that is too long", Canonical.Concern(id: new string('i', 101)), "\"field\": \"id\"" },
        { "a message over one mebibyte", Canonical.Concern().Replace("\"data\":{", "\"data\":{\"x\":\"" + new string('x', 1 << 20) + "\",", StringComparison.Ordinal), "must not be larger than 1024 KiB" },
        { "millions of tiny records", "[" + string.Join(',', Enumerable.Repeat("0", 1_000_000)) + "]", "must not hold more than 10000 messages" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Bad_JSON_is_quarantined_with_a_reason_and_the_next_file_is_sent(string what, string content, string reason)
    {
        Assert.NotEmpty(what);
        await AssertQuarantined(Encoding.UTF8.GetBytes(content), reason);
    }

    [Fact]
    public Task UTF_16_is_named_as_the_wrong_encoding() =>
        AssertQuarantined([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Canonical.Concern())], "must be encoded as UTF-8");

    [Fact]
    public Task UTF_16_without_its_mark_is_named_too() =>
        AssertQuarantined(Encoding.BigEndianUnicode.GetBytes(Canonical.Concern()), "must be encoded as UTF-8");

    [Fact]
    public Task Windows_1252_is_named_as_the_wrong_encoding() =>
        AssertQuarantined(Encoding.Latin1.GetBytes(Canonical.Concern(facts: "café")), "must be encoded as UTF-8");

    [Fact]
    public async Task A_byte_order_mark_does_no_harm()
    {
        agency.Drop("a.json", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Canonical.Concern())]);
        await agency.PickUpAsync();
        Assert.Equal(1, agency.Summary("a.json").GetProperty("messages").GetInt32());
    }

    [Fact]
    public async Task A_bad_record_among_good_ones_stops_only_itself()
    {
        var deep = Canonical.Concern("bad").Replace("\"data\":{", "\"data\":{\"x\":" + new string('[', 1000) + new string(']', 1000) + ",", StringComparison.Ordinal);
        agency.Drop("a.json", Canonical.List(Canonical.Concern("1"), deep, "7", "null", Canonical.Concern("2")));
        await agency.PickUpAsync();
        Assert.Equal(2, agency.Summary("a.json").GetProperty("messages").GetInt32());
        Assert.Equal(3, agency.Summary("a.json").GetProperty("quarantined").GetInt32());
    }

    [Fact]
    public async Task Random_damage_never_stops_the_adapter_and_every_file_ends_somewhere()
    {
        var random = new Random(20261120);
        var good = Encoding.UTF8.GetBytes(Canonical.List(Canonical.Concern("1"), Canonical.Move("2")));
        for (var i = 0; i < 200; i++)
        {
            var damaged = (byte[])good.Clone();
            for (var hit = random.Next(1, 6); hit > 0; hit--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            agency.Drop($"{i:D3}.json", damaged[..random.Next(damaged.Length)]);
        }

        await agency.PickUpAsync();
        Assert.Empty(System.IO.Directory.GetFiles(agency.In("")));
        var ended = System.IO.Directory.GetFiles(agency.Done(""), "???.json").Length + System.IO.Directory.GetFiles(agency.Quarantine(""), "???.json").Length;
        Assert.Equal(200, ended);
    }

    private async Task AssertQuarantined(byte[] content, string reason)
    {
        agency.Drop("a.json", content);
        agency.Drop("b.json", Canonical.Concern("next", child: "pupil-2"));
        await agency.PickUpAsync();
        Assert.Contains(reason, Assert.Single(agency.Reasons()));
        Assert.False(File.Exists(agency.In("a.json")));
        Assert.Equal(1, agency.Summary("b.json").GetProperty("messages").GetInt32());
        Assert.Equal(1, agency.Adapter.Status().Waiting);
    }

    public ValueTask DisposeAsync() => agency.DisposeAsync();
}
