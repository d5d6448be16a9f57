using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>What kind of value an expression has, or an attribute holds.</summary>
/// <remarks>
/// Cedar documentation, "Cedar schema". A type that a schema writes twice is kept once, so types are shared, never walked as
/// if each use were its own: see <see cref="TypeTable"/>.
/// </remarks>
public abstract class CedarType
{
    private CedarType(int depth) => Depth = depth;

    /// <summary>true or false, not known which</summary>
    public static CedarType Boolean { get; } = new BooleanType(null);

    /// <summary>always true</summary>
    public static CedarType True { get; } = new BooleanType(true);

    /// <summary>always false</summary>
    public static CedarType False { get; } = new BooleanType(false);

    /// <summary>a 64-bit integer</summary>
    public static CedarType Long { get; } = new LongType();

    /// <summary>text</summary>
    public static CedarType String { get; } = new StringType();

    /// <summary>How many types lie inside one another, from 1.</summary>
    public int Depth { get; }

    /// <summary>As a schema would write it, cut where it is long.</summary>
    public sealed override string ToString() => TypeText.Of(this);

    /// <param name="known">The value, where it is the same whatever the request.</param>
    public sealed class BooleanType(bool? known) : CedarType(1)
    {
        public bool? Known => known;
    }

    public sealed class LongType() : CedarType(1);

    public sealed class StringType() : CedarType(1);

    /// <summary>A reference to an entity, there or not.</summary>
    /// <param name="name">With its namespaces.</param>
    public sealed class EntityType(string name) : CedarType(1)
    {
        public string Name => name;
    }

    /// <summary>A type that only functions make.</summary>
    public sealed class ExtensionType(ValueKind kind) : CedarType(1)
    {
        public ValueKind Kind => kind;
    }

    public sealed class SetType(CedarType element) : CedarType(1 + element.Depth)
    {
        public CedarType Element => element;
    }

    /// <summary>Exactly these attributes, less those optional ones that are absent.</summary>
    public sealed class RecordType(IReadOnlyDictionary<string, AttributeType> attributes)
        : CedarType(1 + attributes.Values.Select(attribute => attribute.Type.Depth).DefaultIfEmpty().Max())
    {
        public static readonly RecordType Empty = new(new Dictionary<string, AttributeType>());

        public IReadOnlyDictionary<string, AttributeType> Attributes => attributes;
    }
}

/// <summary>The type of an attribute.</summary>
/// <param name="IsRequired">Whether every value has it.</param>
public readonly record struct AttributeType(CedarType Type, bool IsRequired);
