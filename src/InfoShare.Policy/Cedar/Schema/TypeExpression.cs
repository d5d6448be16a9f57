namespace InfoShare.Policy.Cedar.Schema;

/// <summary>A type as a schema writes it, its names not yet looked up.</summary>
internal abstract record TypeExpression
{
    private TypeExpression(Place place) => Place = place;

    public Place Place { get; }

    /// <summary>A type that has no name to look up.</summary>
    public sealed record Known(CedarType Type, Place At) : TypeExpression(At);

    /// <summary>A type named.</summary>
    public sealed record Named(string Name, NameKind Kind, Place At) : TypeExpression(At);

    public sealed record Set(TypeExpression Element, Place At) : TypeExpression(At);

    /// <param name="Attributes">No name twice.</param>
    public sealed record Record(IReadOnlyList<AttributeDeclaration> Attributes, Place At) : TypeExpression(At);
}

/// <summary><c>name?: Type</c></summary>
internal sealed record AttributeDeclaration(string Name, bool IsRequired, TypeExpression Type);

/// <summary>What a name in a type may mean.</summary>
internal enum NameKind
{
    /// <summary>A common type, or else an entity type.</summary>
    Either,

    /// <summary>A common type.</summary>
    Common,

    /// <summary>An entity type.</summary>
    Entity,
}
