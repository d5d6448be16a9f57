using InfoShare.Policy.Cedar.Json;
using InfoShare.Policy.Cedar.Schema;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>What a type says of the JSON of its values.</summary>
internal static class SchemaShapes
{
    public static JsonShape Of(CedarType type) => type switch
    {
        CedarType.EntityType => new JsonShape.Entity(),
        CedarType.ExtensionType extension => JsonShape.Of(extension.Kind),
        CedarType.SetType set => new JsonShape.Set(Of(set.Element)),
        CedarType.RecordType record => new JsonShape.Record(name => record.Attributes.TryGetValue(name, out var attribute) ? Of(attribute.Type) : JsonShape.Unknown.Instance),
        _ => JsonShape.Unknown.Instance,
    };
}
