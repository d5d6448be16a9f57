namespace InfoShare.Policy.Cedar.Schema;

/// <summary>A type as a schema writes it, its names not yet looked up.</summary>
internal abstract record TypeExpression
{
    private TypeExpression(Place place) => Place = place;

    public Place Place { get; init; }

    /// <summary>A type that has no name to look up.</summary>
    public sealed record Known(CedarType Type, Place Place) : TypeExpression(Place);

    /// <summary>A type named.</summary>
    public sealed record Named(string Name, NameKind Kind, Place Place) : TypeExpression(Place);

    public sealed record Set(TypeExpression Element, Place Place) : TypeExpression(Place);

    /// <param name="Attributes">No name twice.</param>
    public sealed record Record(IReadOnlyList<AttributeDeclaration> Attributes, Place Place) : TypeExpression(Place);
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
