using InfoShare.Policy.Cedar.Validation;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Validation;

public sealed class SchemaEntityJsonTests
{
    private const string Message = """
        { "uid": { "type": "Message", "id": "m" }, "parents": [{ "type": "Folder", "id": "f" }], "attrs": {
          "concern": { "level": 3, "categories": ["health"], "place": { "restricted": true } },
          "sender": { "type": "Agency", "id": "a" }, "to": [{ "type": "Practitioner", "id": "p" }], "from": "10.0.0.1", "urgent": false } }
        """;

    [Fact]
    public void What_the_schema_says_need_not_be_written_again()
    {
        var message = Read(Message).Find(new("Message", "m"))!.Entity;

        Assert.Equal(new EntityUid("Agency", "a"), message.Attributes["sender"]);
        Assert.Equal(CedarIpAddress.Parse("10.0.0.1"), message.Attributes["from"]);
        Assert.Equal(new CedarSet(new EntityUid("Practitioner", "p")), message.Attributes["to"]);
    }

    [Theory]
    [InlineData("\"2026-01-13\"")]
    [InlineData("""{ "fn": "datetime", "arg": "2026-01-13" }""")]
    [InlineData("""{ "__extn": { "fn": "datetime", "arg": "2026-01-13" } }""")]
    [InlineData("""{ "fn": "offset", "args": ["2026-01-12", "1d"] }""")]
    public void An_extension_value_may_be_written_with_less_or_more(string now) => Assert.Equal(
        CedarDateTime.Parse("2026-01-13"),
        SchemaEntityJson.ReadContext(Example.Schema, new("Action", "read"), $$"""{ "purpose": "care", "now": {{now}} }""").Value?["now"]);

    [Fact]
    public void The_actions_of_the_schema_are_among_the_entities() =>
        Assert.Contains(new EntityUid("Action", "share"), Read("[]").Find(new("Action", "read"))!.Ancestors);

    [Theory]
    [InlineData("\"urgent\": false", "\"urgent\": 1", "`Message::\"m\".urgent` must be `Bool`, found long")]
    [InlineData("\"level\": 3, ", "", "`Message::\"m\".concern` must have the attribute \"level\"")]
    [InlineData("\"level\": 3", "\"level\": 3, \"mood\": 1", "`Message::\"m\".concern` cannot have the attribute \"mood\"")]
    [InlineData("[\"health\"]", "[\"health\", 1]", "`Message::\"m\".concern.categories[…]` must be `String`, found long")]
    [InlineData("\"Agency\"", "\"Team\"", "`Message::\"m\".sender` must be `Agency`, found (entity of type `Team`)")]
    [InlineData("\"Folder\"", "\"Agency\"", "`Message::\"m\"` cannot be below `Agency::\"f\"`")]
    [InlineData("\"Message\"", "\"Mesage\"", "the entity type of `Mesage::\"m\"` is not declared")]
    [InlineData("\"attrs\"", "\"tags\": { \"a\": 1 }, \"attrs\"", "`Message::\"m\"` cannot have the tag \"a\"")]
    [InlineData("\"10.0.0.1\"", "\"10.0.0\"", null)]
    public void Entities_must_be_as_the_schema_says(string good, string wrong, string? problem)
    {
        var read = SchemaEntityJson.Read(Example.Schema, $"[{Message.Replace(good, wrong, StringComparison.Ordinal)}]");

        Assert.False(read.IsValid);
        if (problem is not null)
            Assert.Equal([problem], read.Errors.Select(error => error.Message));
    }

    [Theory]
    [InlineData("""{ "uid": { "type": "Role", "id": "dute" }, "attrs": {}, "parents": [] }""", "`Role::\"dute\"` is none of the entities of its enumerated type")]
    [InlineData("""{ "uid": { "type": "Action", "id": "reed" }, "attrs": {}, "parents": [] }""", "the action `Action::\"reed\"` is not declared")]
    [InlineData("""{ "uid": { "type": "Action", "id": "read" }, "attrs": {}, "parents": [] }""", "the action `Action::\"read\"` is not below the same actions as in the schema")]
    [InlineData("""{ "uid": { "type": "Action", "id": "share" }, "attrs": { "a": 1 }, "parents": [] }""", "the action `Action::\"share\"` cannot have attributes or tags")]
    public void Enumerated_entities_and_actions_are_those_of_the_schema(string entity, string problem) =>
        Assert.Equal([problem], SchemaEntityJson.Read(Example.Schema, $"[{entity}]").Errors.Select(error => error.Message));

    [Fact]
    public void A_context_is_read_as_its_action_says()
    {
        var context = SchemaEntityJson.ReadContext(Example.Schema, new("Action", "read"), """{ "purpose": "care", "now": "2026-01-12" }""");

        Assert.Equal(CedarDateTime.Parse("2026-01-12"), context.Value?["now"]);
        Assert.False(SchemaEntityJson.ReadContext(Example.Schema, new("Action", "list"), """{ "purpose": "care" }""").IsValid);
        Assert.False(SchemaEntityJson.ReadContext(Example.Schema, new("Action", "nothing"), "{}").IsValid);
    }

    private static EntityStore Read(string entity)
    {
        var read = SchemaEntityJson.Read(Example.Schema, entity == "[]" ? entity : $"[{entity}]");
        Assert.True(read.IsValid, string.Join("; ", read.Errors));
        return read.Value;
    }
}
