using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Printing;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>Attributes and tags: what may be absent can be had only where it is known to be there.</summary>
internal sealed partial class TypeChecker
{
    private const int MostNamed = 8;

    private Typed GetAttribute(Expr.GetAttr e, Capabilities known)
    {
        if (Check(e.Target, known, "an entity or a record", HasAttributes).Type is not { } target)
            return Typed.Wrong;
        var attributes = AttributesOf(target);
        if (!attributes.TryGetValue(e.Attribute, out var attribute))
            return Wrong(e, $"`{target}` has no attribute {Quoted.Text(e.Attribute)}, it has {List(attributes.Keys)}");
        return attribute.IsRequired || known.Contains(new(shapes.Of(e.Target), e.Attribute))
            ? Typed.Of(attribute.Type)
            : Wrong(e, $"{Quoted.Text(e.Attribute)} may be absent from `{target}`: a condition before it must ask with `has`");
    }

    /// <summary>Step by step: <c>a has b.c</c> means <c>a has b &amp;&amp; a.b has c</c>.</summary>
    private Typed Has(Expr.Has e, Capabilities known)
    {
        var target = Check(e.Target, known, "an entity or a record", HasAttributes).Type;
        if (target is null)
            return Typed.Wrong;
        var shape = shapes.Of(e.Target);
        var so = Typed.Of(true);
        foreach (var step in e.Path)
        {
            if (!HasAttributes(target))
                return Wrong(e, $"expected an entity or a record before {Quoted.Text(step)}, found `{target}`");
            so = Both(so, Has(target, new(shape, step), known.Or(so.Gained)));
            if (so.Known is false)
                return so;
            shape = shapes.Attribute(shape, step);
            target = AttributesOf(target)[step].Type;
        }

        return so;
    }

    private Typed Has(CedarType target, Capability capability, Capabilities known)
    {
        if (!AttributesOf(target).TryGetValue(capability.Attribute!, out var attribute))
            return Typed.Of(false);
        // An entity may be unknown to the store, and then has not even what it must have.
        var always = known.Contains(capability) || (attribute.IsRequired && target is CedarType.RecordType);
        return new(always ? CedarType.True : CedarType.Boolean, Capabilities.Of(capability));
    }

    private Typed HasTag(Expr.Binary e, Capabilities known)
    {
        if (Tagged(e, known) is not { } entity)
            return Typed.Wrong;
        if (TagsOf(entity) is null)
            return Typed.Of(false);
        var capability = TagCapability(e);
        return new(known.Contains(capability) ? CedarType.True : CedarType.Boolean, Capabilities.Of(capability));
    }

    private Typed GetTag(Expr.Binary e, Capabilities known)
    {
        if (Tagged(e, known) is not { } entity)
            return Typed.Wrong;
        if (TagsOf(entity) is not { } type)
            return Wrong(e, $"`{entity}` has no tags");
        return known.Contains(TagCapability(e))
            ? Typed.Of(type)
            : Wrong(e, $"this tag may be absent from `{entity}`: a condition before it must ask with `hasTag`");
    }

    /// <summary>The entity whose tag is asked for; null where the operands are wrong.</summary>
    private CedarType.EntityType? Tagged(Expr.Binary e, Capabilities known)
    {
        var entity = Check(e.Left, known, "an entity", IsEntity).Type as CedarType.EntityType;
        return Check(e.Right, known, "`String`", IsString).Type is null ? null : entity;
    }

    private Capability TagCapability(Expr.Binary e) => new(shapes.Of(e.Left), null, shapes.Of(e.Right));

    private CedarType? TagsOf(CedarType.EntityType entity) => schema.EntityTypes.GetValueOrDefault(entity.Name)?.Tags;

    /// <summary>Those of a record or of an entity; actions have none.</summary>
    private IReadOnlyDictionary<string, AttributeType> AttributesOf(CedarType type) =>
        (type as CedarType.RecordType ?? schema.EntityTypes.GetValueOrDefault(((CedarType.EntityType)type).Name)?.Attributes ?? CedarType.RecordType.Empty).Attributes;

    private static bool HasAttributes(CedarType type) => type is CedarType.EntityType or CedarType.RecordType;

    private static string List(IEnumerable<string> names)
    {
        var all = names.Order(StringComparer.Ordinal).ToList();
        return all.Count == 0 ? "none" : string.Join(", ", all.Take(MostNamed).Select(Quoted.Text)) + (all.Count > MostNamed ? ", …" : "");
    }
}
