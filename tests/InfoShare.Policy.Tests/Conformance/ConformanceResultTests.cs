using InfoShare.Policy.Cedar.Conformance;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Tests.Conformance;

public sealed class ConformanceResultTests
{
    private const string Schema = """
        entity User; entity Photo { owner: User };
        action view appliesTo { principal: User, resource: Photo, context: { from?: ipaddr } };
        """;

    private const string Entities = """
        [
          { "uid": { "type": "User", "id": "ann" }, "attrs": {}, "parents": [] },
          { "uid": { "type": "Photo", "id": "p" }, "attrs": { "owner": { "type": "User", "id": "ann" } }, "parents": [] }
        ]
        """;

    private const string Policies = "permit (principal, action, resource) when { principal == resource.owner }; forbid (principal, action, resource) when { context.from.isLoopback() };";

    private const string Agreed = """
        "principal": { "type": "User", "id": "ann" }, "action": { "__entity": { "type": "Action", "id": "view" } }, "resource": { "type": "Photo", "id": "p" },
        "context": { "from": "10.0.0.1" }, "decision": "allow", "reason": ["policy0"], "errors": []
        """;

    [Theory]
    [InlineData("shouldValidate", "shouldValidate", "as it is now")]
    [InlineData("\"requests\"", "\"queries\"", "an earlier name")]
    [InlineData("shouldValidate", "should_validate", "an earlier name")]
    [InlineData("\"reason\"", "\"reasons\"", "an earlier name")]
    [InlineData("\"allow\"", "\"Allow\"", "an earlier spelling")]
    public void A_case_is_read_in_the_words_of_every_release(string now, string then, string why)
    {
        var result = Compare(File(Agreed).Replace(now, then, StringComparison.Ordinal));

        Assert.True(result is { Requests: 1, RequestsAgreed: 1, ValidationsAgreed: 0 }, why);
    }

    [Fact]
    public void Policies_and_schema_may_be_JSON()
    {
        var policies = PolicyJson.WriteSet(new(PolicyText.Parse("permit (principal, action, resource);").Value!, []));
        const string JsonSchema = """{ "": { "entityTypes": { "User": {}, "Photo": { "shape": { "type": "Record", "attributes": { "owner": { "type": "Entity", "name": "User" } } } } }, "actions": { "view": { "appliesTo": { "principalTypes": ["User"], "resourceTypes": ["Photo"] } } } } }""";

        var result = Compare(File(Agreed.Replace("""{ "from": "10.0.0.1" }""", "{}", StringComparison.Ordinal)), policies, JsonSchema);

        Assert.Equal((1, 1), (result.RequestsAgreed, result.ValidationsAgreed));
    }

    [Fact]
    public void A_verdict_that_differs_is_no_difference_of_a_request()
    {
        var result = Compare(File(Agreed));

        Assert.Equal((1, 0), (result.RequestsAgreed, result.ValidationsAgreed));
        var difference = Assert.Single(result.Differences);
        Assert.Null(difference.Request);
        Assert.Contains("expected valid policies; found policy1", difference.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"allow\"", "\"deny\"", "expected deny for [policy0] with errors in []; found allow for [policy0] with errors in []")]
    [InlineData("[\"policy0\"]", "[\"policy7\"]", "expected allow for [policy7]")]
    [InlineData("\"errors\": []", "\"errors\": [\"policy1\"]", "with errors in [policy1]; found")]
    [InlineData("\"decision\": \"allow\"", "\"decision\": \"maybe\"", "expected `allow` or `deny`, found `maybe`")]
    [InlineData("\"decision\": \"allow\",", "", "expected the field `decision`")]
    [InlineData("10.0.0.1", "nowhere", "cannot be read: ")]
    [InlineData("\"id\": \"view\"", "\"id\": \"other\"", "the action `Action::\"other\"` is not declared")]
    [InlineData("\"type\": \"User\"", "\"type\": \"Photo\"", "the principal of `Action::\"view\"` must be of `User`")]
    public void What_differs_in_a_request_is_said_and_the_others_still_count(string from, string to, string said)
    {
        var result = Compare(File(Agreed.Replace(from, to, StringComparison.Ordinal), Agreed).Replace("true", "false", StringComparison.Ordinal));

        Assert.Equal((2, 1, 1), (result.Requests, result.RequestsAgreed, result.ValidationsAgreed));
        Assert.Contains(said, Assert.Single(result.Differences, difference => difference.Request == "request 0").What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_need_not_conform_is_decided_whatever_its_types()
    {
        var request = Agreed.Replace("\"type\": \"User\"", "\"type\": \"Stranger\"", StringComparison.Ordinal).Replace("allow", "deny", StringComparison.Ordinal).Replace("\"policy0\"", "", StringComparison.Ordinal);

        Assert.Equal((2, 1), Compare(File(request, $"{request}, \"validateRequest\": false")) is var result ? (result.Requests, result.RequestsAgreed) : default);
    }

    [Theory]
    [InlineData("permit (", Schema, Entities, "p.cedar: 1:9: ")]
    [InlineData(Policies, "entity", Entities, "s.cedarschema: 1:7: ")]
    [InlineData(Policies, Schema, """[{ "uid": { "type": "Stranger", "id": "s" }, "attrs": {}, "parents": [] }]""", "e.json: the entity type of `Stranger::\"s\"` is not declared")]
    public void A_file_that_cannot_be_read_is_one_difference_and_none_of_the_requests_agrees(string policies, string schema, string entities, string said)
    {
        var result = Compare(File(Agreed, Agreed).Replace("true", "false", StringComparison.Ordinal), policies, schema, entities);

        Assert.Equal((2, 0), (result.Requests, result.RequestsAgreed));
        Assert.Contains(said, Assert.Single(result.Differences).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{ "policies": { "entityTypes": {}, "actions": {} } }""")]
    public void Other_JSON_is_no_case(string json) => Assert.Null(CaseFile.Read(json));

    [Theory]
    [InlineData("")]
    [InlineData("{ \"policies\": ")]
    [InlineData("{ \"policies\": \"p\", \"entities\": \"e\" }")]
    [InlineData("{ \"policies\": 1, \"schema\": [], \"entities\": {}, \"shouldValidate\": \"yes\", \"requests\": 7 }")]
    public void A_case_that_is_cut_off_or_lacks_something_says_what(string json) => Assert.NotEmpty(CaseFile.Read(json)!.Errors);

    [Fact]
    public void A_file_nested_without_end_is_refused() => Assert.False(CaseFile.Read(string.Concat(Enumerable.Repeat("{\"policies\":", 1_000_000)))!.IsValid);

    private static string File(params string[] requests) =>
        $$"""{ "policies": "p.cedar", "schema": "s.cedarschema", "entities": "e.json", "shouldValidate": true, "requests": [{{string.Join(", ", requests.Select(request => $"{{ {request} }}"))}}] }""";

    private static ConformanceResult Compare(string file, string policies = Policies, string schema = Schema, string entities = Entities) =>
        ConformanceResult.Of(ConformanceCase.Of("one.json", CaseFile.Read(file)!.Value!, Parsed.Of(policies), Parsed.Of(schema), Parsed.Of(entities)));
}
