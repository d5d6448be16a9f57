using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Printing;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>Whether values are of the types that a schema says.</summary>
internal sealed class ValueConformance(CedarSchema schema)
{
    /// <summary>What is not as the type says, and where.</summary>
    /// <param name="path">How the value is got at: <c>context.device</c>.</param>
    public IEnumerable<string> Problems(CedarValue value, CedarType type, string path) => (type, value) switch
    {
        (CedarType.BooleanType, CedarBool) or (CedarType.LongType, CedarLong) or (CedarType.StringType, CedarString) => [],
        (CedarType.ExtensionType extension, _) when extension.Kind == KindOf(value) => [],
        (CedarType.EntityType entity, EntityUid uid) when uid.Type == entity.Name => Problems(uid, path),
        (CedarType.SetType set, CedarSet elements) => elements.Elements.SelectMany(element => Problems(element, set.Element, $"{path}[…]")),
        (CedarType.RecordType record, CedarRecord attributes) => Problems(attributes, record, path),
        _ => [$"`{path}` must be `{type}`, found {value.TypeName}"],
    };

    /// <summary>What is wrong with a reference to an entity; whether anything is known of it is another matter.</summary>
    public IEnumerable<string> Problems(EntityUid uid, string path) =>
        schema.Allows(uid) ? [] : [$"`{path}` refers to `{Quoted.Entity(uid)}`, which the schema does not allow"];

    private IEnumerable<string> Problems(CedarRecord record, CedarType.RecordType type, string path)
    {
        foreach (var (name, attribute) in type.Attributes)
        {
            if (attribute.IsRequired && record[name] is null)
                yield return $"`{path}` must have the attribute {Quoted.Text(name)}";
        }

        foreach (var (name, value) in record.Attributes)
        {
            if (!type.Attributes.TryGetValue(name, out var attribute))
            {
                yield return $"`{path}` cannot have the attribute {Quoted.Text(name)}";
                continue;
            }

            foreach (var problem in Problems(value, attribute.Type, $"{path}.{name}"))
                yield return problem;
        }
    }

    private static ValueKind? KindOf(CedarValue value) => value switch
    {
        CedarDecimal => ValueKind.Decimal,
        CedarIpAddress => ValueKind.IpAddress,
        CedarDateTime => ValueKind.DateTime,
        CedarDuration => ValueKind.Duration,
        _ => null,
    };
}
