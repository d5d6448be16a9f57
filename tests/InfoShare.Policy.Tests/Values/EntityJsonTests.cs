using InfoShare.Policy.Cedar.Json;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Values;

public sealed class EntityJsonTests
{
    [Fact]
    public void Values_are_read_with_their_escapes()
    {
        var record = EntityJson.ReadRecord("""
            {"user": {"__entity": {"type": "A::User", "id": "a"}}, "ip": {"__extn": {"fn": "ip", "arg": "::1"}}, "n": -9223372036854775808, "set": [1, "a", {"b": true}],
             "then": {"__extn": {"fn": "offset", "args": [{"__extn": {"fn": "datetime", "arg": "1970-01-01"}}, {"__extn": {"fn": "duration", "arg": "5ms"}}]}},
             "plain": {"type": "User", "id": "a"}, "__entity": 1}
            """).Value!;

        Assert.Equal(new EntityUid("A::User", "a"), record["user"]);
        Assert.Equal(CedarIpAddress.Parse("::1"), record["ip"]);
        Assert.Equal(new CedarLong(long.MinValue), record["n"]);
        Assert.Equal(new CedarSet(Record("b", CedarBool.True), new CedarString("a"), new CedarLong(1)), record["set"]);
        Assert.Equal(new CedarDateTime(5), record["then"]);
        Assert.Equal(new CedarString("User"), ((CedarRecord)record["plain"]!)["type"]);
        Assert.Equal(new CedarLong(1), record["__entity"]);
    }

    [Theory]
    [InlineData("""{"a": 1.5}""", "at `/a`: expected a whole number of 64 bits, found 1.5")]
    [InlineData("""{"a": 9223372036854775808}""", "at `/a`: expected a whole number of 64 bits, found 9223372036854775808")]
    [InlineData("""{"a": [true, null]}""", "at `/a/1`: null is no value of Cedar")]
    [InlineData("""{"a": {"__extn": {"fn": "ip", "arg": "1.2"}}}""", "at `/a`: `1.2` is no IP address or range")]
    [InlineData("""{"a": {"__extn": {"fn": "unknown", "arg": "1.2"}}}""", "at `/a/__extn`: there is no function `unknown`")]
    [InlineData("""{"a": {"__entity": {"type": "A B", "id": ""}}}""", "at `/a/__entity`: `A B` is no type of entities")]
    [InlineData("""{"a": {"__expr": "1"}}""", "at `/a`: `__expr` is no longer a value of Cedar")]
    [InlineData("""{"a": 1, "a": 2}""", "an object of the document has a name twice")]
    [InlineData("{\n\"a\" 1}", "2:5: expected well-formed JSON, at most 256 deep")]
    [InlineData("""{"a": "\ud800"}""", "a string of the document is no Unicode text")]
    public void What_is_no_value_is_refused_with_its_place(string json, string error) =>
        Assert.Equal(error, Assert.Single(EntityJson.ReadRecord(json).Errors).ToString());

    [Fact]
    public void An_entity_has_a_name_attributes_parents_and_perhaps_tags()
    {
        var store = EntityJson.Read("""
            [{"uid": {"type": "User", "id": "a"}, "attrs": {"n": 1}, "parents": [{"__entity": {"type": "Team", "id": "t"}}], "tags": {"k": "v"}},
             {"uid": {"__entity": {"type": "Team", "id": "t"}}, "attrs": {}, "parents": []}]
            """).Value!;

        var user = store.Find(new("User", "a"))!;
        Assert.Equal(new CedarLong(1), user.Entity.Attributes["n"]);
        Assert.Equal(new CedarString("v"), user.Entity.Tags["k"]);
        Assert.Equal([new EntityUid("Team", "t")], user.Ancestors);
    }

    [Fact]
    public void All_that_is_wrong_with_entities_is_said()
    {
        var errors = EntityJson.Read("""[{"attrs": {}, "parents": []}, {"uid": {"type": "A", "id": 1}, "attrs": {}, "parents": []}, {"uid": {"type": "A", "id": "1"}, "attrs": {}}]""").Errors;

        Assert.Equal(["at `/0`: expected the field `uid`", "at `/1/uid/id`: expected a string, found a number", "at `/2`: expected the field `parents`"], errors.Select(e => e.Message));
    }

    [Fact]
    public void Where_a_schema_says_the_type_no_escape_is_needed()
    {
        var shape = new JsonShape.Record(name => name switch
        {
            "ip" => new JsonShape.Extension("ip"),
            "users" => new JsonShape.Set(new JsonShape.Entity()),
            _ => JsonShape.Unknown.Instance,
        });

        var record = EntityJson.ReadRecord("""{"ip": "::1", "users": [{"type": "User", "id": "a"}, {"__entity": {"type": "User", "id": "b"}}], "text": "::1"}""", shape).Value!;

        Assert.Equal(CedarIpAddress.Parse("::1"), record["ip"]);
        Assert.Equal(new CedarSet(new EntityUid("User", "a"), new EntityUid("User", "b")), record["users"]);
        Assert.Equal(new CedarString("::1"), record["text"]);
    }

    private static CedarRecord Record(string name, CedarValue value) => new([KeyValuePair.Create(name, value)]);
}
