using System.Text;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;
using Xunit;

namespace InfoShare.Tests.Contracts;

/// <summary>Bytes that are no message: each gets one clear problem with the right field.</summary>
public sealed class UnreadableTests
{
    private const string Withdrawn = """
        {"specversion":"1.0","id":"x-1","source":"https://infoshare.local/agency/ods/ZZ999","type":"uk.infoshare.concern.withdrawn.v1",
        "time":"2026-11-20T09:15:00Z","data":{"concernId":"x","reason":"duplicate"}}
        """;

    [Fact]
    public void The_message_that_the_others_are_broken_from_is_readable() => Assert.Empty(Read(Withdrawn).Problems);

    [Fact]
    public void An_empty_input_is_said_to_be_empty() => Refuses([], "", "must not be empty");

    [Fact]
    public void A_byte_order_mark_alone_is_said_to_be_empty() => Refuses([0xEF, 0xBB, 0xBF], "", "must not be empty");

    [Fact]
    public void White_space_alone_is_no_message() => Refuses("  \n ", "", "must be well-formed JSON (line 2)");

    [Fact]
    public void A_byte_order_mark_before_a_message_does_no_harm() =>
        Assert.Empty(WireReader.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Withdrawn)]).Problems);

    [Fact]
    public void A_message_of_more_than_a_mebibyte_is_refused_unread() =>
        Refuses(Withdrawn.PadRight(MessageLimits.MessageBytes + 1), "", "must not be larger than 1024 KiB");

    [Fact]
    public void A_message_of_a_mebibyte_is_read() => Assert.Empty(Read(Withdrawn.PadRight(MessageLimits.MessageBytes)).Problems);

    [Fact]
    public void Utf_16_is_named_in_either_order_with_or_without_a_mark()
    {
        foreach (var utf16 in new Encoding[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Refuses(utf16.GetBytes(Withdrawn), "", "must be encoded as UTF-8");
            Refuses([.. utf16.GetPreamble(), .. utf16.GetBytes(Withdrawn)], "", "must be encoded as UTF-8");
        }
    }

    [Fact]
    public void Broken_utf_8_is_named()
    {
        var bytes = Encoding.UTF8.GetBytes(Withdrawn.Replace("x-1", "x-?", StringComparison.Ordinal));
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xC3;
        Refuses(bytes, "", "must be encoded as UTF-8");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    public void A_value_that_is_no_object_is_refused(string json) => Refuses(json, "", "must be an object");

    [Fact]
    public void An_object_without_anything_is_told_every_field_that_it_needs() =>
        Assert.Equal(["specversion", "id", "source", "type", "time", "data"], Read("{}").Problems.Select(p => p.Field));

    [Theory]
    [InlineData("\"reason\":\"duplicate\"", "\"reason\":duplicate", "data.reason", 2)]
    [InlineData("\"duplicate\"}}", "\"duplicate\"},}", "data", 2)]
    [InlineData("\"duplicate\"}}", "\"duplicate\"}", "data", 2)]
    [InlineData("\"duplicate\"}}", "\"dupl", "data.reason", 2)]
    [InlineData("\"id\":", "/* a comment */\"id\":", "specversion", 1)]
    [InlineData("\"duplicate\"}}", "\"duplicate\"}}{}", "", 2)]
    [InlineData("\"reason\"", "\"surprise\":{\"x\":tru},\"reason\"", "data.(unknown field)", 2)]
    public void Broken_json_is_named_by_its_line_and_the_field_it_is_in(string from, string to, string field, int line) =>
        Refuses(Withdrawn.Replace(from, to, StringComparison.Ordinal), field, $"must be well-formed JSON (line {line})");

    [Theory]
    [InlineData("\"id\":\"x-1\"", "\"id\":\"x-1\",\"id\":\"x-2\"", "id")]
    [InlineData("\"concernId\":\"x\"", "\"concernId\":\"x\",\"concernId\":\"x\"", "data.concernId")]
    [InlineData("\"concernId\":\"x\"", "\"concernId\":\"x\",\"concern\\u0049d\":\"x\"", "data.concernId")]
    [InlineData("\"id\":\"x-1\"", "\"id\":\"x-1\",\"extra\":1,\"extra\":2", "(unknown field)")]
    [InlineData("\"concernId\":\"x\"", "\"concernId\":\"x\",\"extra\":[{\"a\":1,\"a\":2}]", "data.(unknown field)")]
    public void A_name_given_twice_is_refused_wherever_it_stands(string from, string to, string field) =>
        Refuses(Withdrawn.Replace(from, to, StringComparison.Ordinal), field, "must not be given twice");

    [Theory]
    [InlineData("\"concernId\":\"x\"", "\"concernId\":@", "data.concernId[0]")]
    [InlineData("\"concernId\":\"x\"", "\"concernId\":\"x\",\"extra\":@", "data.(unknown field)")]
    [InlineData("\"id\":\"x-1\"", "\"id\":\"x-1\",\"extra\":@", "(unknown field)")]
    public void Nesting_a_thousand_deep_is_refused(string from, string to, string field)
    {
        var nest = new string('[', 1000) + new string(']', 1000);
        Refuses(Withdrawn.Replace(from, to.Replace("@", nest, StringComparison.Ordinal), StringComparison.Ordinal), field, "must not be nested deeper than 32 levels");
    }

    [Fact]
    public void Nesting_half_a_million_deep_and_never_closed_is_refused() =>
        Refuses(new string('[', 500_000), "[0]", "must not be nested deeper than 32 levels");

    [Theory]
    [InlineData("\"id\":\"x-1\"", "\"id\":\"\\ud83d\"", "id")]
    [InlineData("\"concernId\":\"x\"", "\"concernId\":\"x\",\"\\udc00\":1", "data.(unknown field)")]
    public void Half_a_character_is_refused(string from, string to, string field) =>
        Refuses(Withdrawn.Replace(from, to, StringComparison.Ordinal), field, "must not hold half of a surrogate pair (\\uD800 to \\uDFFF)");

    [Fact]
    public void A_list_with_a_hundred_bad_items_gets_twenty_problems()
    {
        var many = string.Join(',', Enumerable.Repeat("{\"field\":\"\",\"problem\":\"\"}", 100));
        var data = $$"""{"concernId":"x","marks":[{{many}}], "parts": {} }""";

        Assert.Equal(20, WireReader.Parse<ConcernRaised>(Encoding.UTF8.GetBytes(data), 10_000, "data").Problems.Count);
    }

    private static ReadResult<Envelope<object>> Read(string json) => WireReader.Read(Encoding.UTF8.GetBytes(json));

    private static void Refuses(string json, string field, string problem) => Refuses(Encoding.UTF8.GetBytes(json), field, problem);

    private static void Refuses(byte[] bytes, string field, string problem)
    {
        var read = WireReader.Read(bytes);

        Assert.Null(read.Value);
        Assert.Equal([new FieldProblem(field, problem)], read.Problems);
    }
}
