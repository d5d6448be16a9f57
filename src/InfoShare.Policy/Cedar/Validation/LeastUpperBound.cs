using InfoShare.Policy.Cedar.Schema;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>The one type that values of two types both have. Strict: only booleans known beforehand may differ.</summary>
internal static class LeastUpperBound
{
    /// <summary>Null where there is none: an expression that is the one or the other is then an error.</summary>
    public static CedarType? Of(CedarType left, CedarType right) => (left, right) switch
    {
        // Types of the schema are kept once, so those that differ end here without being walked.
        _ when ReferenceEquals(left, right) => left,
        (CedarType.BooleanType a, CedarType.BooleanType b) => a.Known == b.Known ? left : CedarType.Boolean,
        (CedarType.EntityType a, CedarType.EntityType b) => a.Name == b.Name ? left : null,
        (CedarType.ExtensionType a, CedarType.ExtensionType b) => a.Kind == b.Kind ? left : null,
        (CedarType.SetType a, CedarType.SetType b) => Of(a.Element, b.Element) is { } element ? new CedarType.SetType(element) : null,
        (CedarType.RecordType a, CedarType.RecordType b) => Of(a, b),
        _ => null,
    };

    private static CedarType.RecordType? Of(CedarType.RecordType left, CedarType.RecordType right)
    {
        if (left.Attributes.Count != right.Attributes.Count)
            return null;
        var attributes = new Dictionary<string, AttributeType>(left.Attributes.Count);
        foreach (var (name, attribute) in left.Attributes)
        {
            if (!right.Attributes.TryGetValue(name, out var other) || attribute.IsRequired != other.IsRequired || Of(attribute.Type, other.Type) is not { } type)
                return null;
            attributes.Add(name, new(type, attribute.IsRequired));
        }

        return new(attributes);
    }
}
