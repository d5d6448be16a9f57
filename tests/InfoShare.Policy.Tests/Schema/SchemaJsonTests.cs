using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Tests.Validation;

namespace InfoShare.Policy.Tests.Schema;

public sealed class SchemaJsonTests
{
    [Fact]
    public void Both_forms_of_a_schema_say_the_same()
    {
        var schema = SchemaJson.Parse("""
            { "": {
              "commonTypes": { "Concern": { "type": "Record", "attributes": {
                "level": { "type": "Long" }, "categories": { "type": "Set", "element": { "type": "String" } },
                "place": { "type": "Record", "required": false, "attributes": {
                  "postcode": { "type": "String", "required": false }, "restricted": { "type": "Boolean" } } } } } },
              "entityTypes": {
                "Agency": {}, "Team": { "memberOfTypes": ["Agency"] }, "Role": { "enum": ["duty", "named-doctor"], "annotations": { "doc": "posts" } },
                "Practitioner": { "memberOfTypes": ["Team"], "tags": { "type": "Set", "element": { "type": "String" } }, "shape": { "type": "Record", "attributes": {
                  "name": { "type": "String" }, "role": { "type": "Entity", "name": "Role" }, "joined": { "type": "Extension", "name": "datetime" },
                  "leave": { "type": "duration" }, "phone": { "type": "String", "required": false }, "manager": { "type": "EntityOrCommon", "name": "Practitioner", "required": false } } } },
                "Folder": { "memberOfTypes": ["Folder"] },
                "Message": { "memberOfTypes": ["Folder"], "shape": { "type": "Record", "attributes": {
                  "concern": { "type": "Concern" }, "sender": { "type": "Entity", "name": "Agency" },
                  "to": { "type": "Set", "element": { "type": "Entity", "name": "Practitioner" } }, "from": { "type": "Extension", "name": "ipaddr" },
                  "weight": { "type": "Extension", "name": "decimal", "required": false }, "urgent": { "type": "__cedar::Bool" } } } } },
              "actions": {
                "share": {},
                "read": { "memberOf": [{ "id": "share" }], "appliesTo": { "principalTypes": ["Practitioner"], "resourceTypes": ["Message"], "context": { "type": "Record", "attributes": {
                  "purpose": { "type": "String" }, "agreed": { "type": "Boolean", "required": false }, "now": { "type": "EntityOrCommon", "name": "datetime" } } } } },
                "forward": { "memberOf": [{ "id": "share", "type": "Action" }], "appliesTo": { "principalTypes": ["Practitioner"], "resourceTypes": ["Message"], "context": { "type": "Record", "attributes": {
                  "purpose": { "type": "String" }, "agreed": { "type": "Boolean", "required": false }, "now": { "type": "datetime" } } } } },
                "list": { "appliesTo": { "principalTypes": ["Practitioner", "Team"], "resourceTypes": ["Folder"] } } } } }
            """);

        Assert.True(schema.IsValid, string.Join("; ", schema.Errors));
        Assert.Equal(Described(Example.Schema), Described(schema.Value));
    }

    [Theory]
    [InlineData("""{ "N": { "entityTypes": {} } }""", "at `/N`: expected the field `actions`")]
    [InlineData("""{ "a b": { "entityTypes": {}, "actions": {} } }""", "at `/a b`: expected a namespace, found `a b`")]
    [InlineData("""{ "N": { "entityTypes": { "A::B": {} }, "actions": {} } }""", "at `/N/entityTypes/A::B`: expected a name without namespaces, found `A::B`")]
    [InlineData("""{ "N": { "entityTypes": { "A": { "shape": { "type": "Set" } } }, "actions": {} } }""", "at `/N/entityTypes/A/shape`: expected the field `element`")]
    [InlineData("""{ "N": { "entityTypes": { "A": { "shape": { "type": "Long" } } }, "actions": {} } }""", "at `/N/entityTypes/A/shape`: the shape of `N::A` must be a record, found `Long`")]
    [InlineData("""{ "N": { "entityTypes": { "A": { "memberOfTypes": ["B"] } }, "actions": {} } }""", "at `/N/entityTypes/A/memberOfTypes/0`: expected the name of an entity type, found `N::B` or `B`, which is not declared")]
    [InlineData("""{ "N": { "entityTypes": { "A": { "enum": [] } }, "actions": {} } }""", "at `/N/entityTypes/A/enum`: expected at least one id")]
    [InlineData("""{ "N": { "entityTypes": { "A": { "enum": ["a"], "tags": { "type": "Long" } } }, "actions": {} } }""", "at `/N/entityTypes/A`: the field `tags` has no meaning here")]
    [InlineData("""{ "N": { "entityTypes": {}, "actions": { "a": { "attributes": {} } } } }""", "at `/N/actions/a/attributes`: actions cannot have attributes")]
    [InlineData("""{ "N": { "entityTypes": {}, "actions": { "a": { "appliesTo": { "principalTypes": [] } } } } }""", "at `/N/actions/a/appliesTo`: expected the field `resourceTypes`")]
    [InlineData("""{ "N": { "entityTypes": {}, "actions": {}, "commonTypes": { "T": { "type": "Extension", "name": "money" } } } }""", "at `/N/commonTypes/T/name`: expected an extension type, found `money`")]
    [InlineData("""{ "N": { "entityTypes": {}, "actions": {}, "commonTypes": { "T": { "type": "Record", "attributes": {}, "additionalAttributes": true } } } }""", "at `/N/commonTypes/T/additionalAttributes`: records with attributes that are not declared cannot be validated")]
    public void A_mistake_is_told_with_the_path_to_it(string json, string message) =>
        Assert.Equal([message], SchemaJson.Parse(json).Errors.Select(error => error.ToString()));

    [Fact]
    public void What_is_no_JSON_is_told_with_its_line() => Assert.Equal(2, Assert.Single(SchemaJson.Parse("{\n\"N\": }").Errors).Line);

    private static IEnumerable<string> Described(CedarSchema schema) =>
    [
        .. schema.EntityTypes.Values.OrderBy(type => type.Name, StringComparer.Ordinal).Select(type =>
            $"{type.Name} {type.Attributes} {type.Tags} {string.Join(',', type.Choices ?? [])} in {string.Join(',', schema.EntityTypes.Keys.Where(above => schema.MayBeBelow(type.Name, above)).Order())}"),
        .. schema.Actions.Values.OrderBy(action => action.Uid.Id, StringComparer.Ordinal).Select(action =>
            $"{action.Uid.Id} {string.Join(',', action.Principals)} {string.Join(',', action.Resources)} {action.Context} in {string.Join(',', action.Parents.Select(parent => parent.Id))}"),
    ];
}
